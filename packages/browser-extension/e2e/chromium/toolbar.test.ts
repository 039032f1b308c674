import { describe, expect, test } from "vitest";
import { listFiles } from "./library/listFiles.ts";
import { waitUntilJudged } from "./library/waitUntilJudged.ts";
import { ownInstance, setUpExtension, type OpenPage } from "./library/setUpExtension.ts";
import { filePages, pullRequest } from "./pages/servePages.ts";

const extension = setUpExtension({
  more: {
    "plain.example": (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<!doctype html><title>No code here</title>");
    },
  },
});

describe.each(Object.entries(filePages))("On a page of %s", (_, { address, repository, link }) => {
  test("the toolbar leads to the file on the connected instance, once a code view", async () => {
    await extension.change({ instanceURL: ownInstance });
    const { page, ui } = await extension.open(address);
    const name = link.includes("compare") ? "View diff" : "View file";
    await expect
      .poll(() => ui.href("link", name))
      .toBe(`${ownInstance}/${repository}${link}?utm_source=chrome-extension`);
    await expect.poll(() => ui.all("link", name)).toHaveLength(1);
    await page.close();
  });
});

test("A click on an item opens the instance in a tab, and is logged once by its ID", async () => {
  await extension.change({ instanceURL: ownInstance });
  const before = extension.own.events().length;
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  const tab = await extension.openBy(() => ui.click("link", "View file"));
  await expect
    .poll(() => tab.url())
    .toBe(`${ownInstance}/github.com/octo/sum@main/-/blob/src/sum.ts?utm_source=chrome-extension`);
  await extension.stored(extension.own, before + 1);
  const event = extension.own.events().at(-1);
  expect(event).not.toHaveProperty("arguments");
  expect(event).toMatchObject({
    name: "viewFile",
    surface: "toolbar",
    trigger: "pointer",
    source: "CODEHOSTINTEGRATION",
    platform: "chrome-extension",
  });
  await tab.close();
  await page.close();
});

test("Each file of a pull request has a toolbar that leads to its changes", async () => {
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(pullRequest);
  await expect.poll(async () => (await ui.all("link", "View diff")).length).toBe(2);
  await expect
    .poll(() => ui.href("link", "View diff"))
    .toMatch(
      /^https:\/\/search\.example\/github\.com\/octo\/sum\/-\/compare\/[0-9a-f]{40}\.\.\.[0-9a-f]{40}\?utm_source=chrome-extension$/u,
    );
  await page.close();
});

test("The sample that would annotate lines keeps its setting, and says that lines are not annotated here", async () => {
  await extension.change({ instanceURL: ownInstance });
  const before = extension.own.events().length;
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.click("button", "Blame");
  await expect.poll(ui.text).toContain("lines of code are not annotated here");
  await extension.stored(extension.own, before + 1);
  expect(extension.own.events().at(-1)).toMatchObject({
    name: "git.blame.toggle",
    surface: "toolbar",
  });
  await page.close();
});

describe("Something of ours that is open is not taken for a cover of the page's:", () => {
  const openings: Readonly<Record<string, (opened: OpenPage) => Promise<void>>> = {
    "a notice": async ({ ui }) => {
      await ui.click("button", "Blame");
      await expect.poll(ui.text).toContain("not annotated here");
    },
    "a card that is kept open": async ({ page, ui }) => {
      await page
        .locator('span.n:text-is("sum")')
        .last()
        .hover({ force: true, position: { x: 4, y: 4 } });
      await ui.click("button", "Keep open");
    },
    "the item's own tooltip": async () => undefined,
  };

  test.each(Object.entries(openings))("%s", async (_, act) => {
    await extension.change({ instanceURL: ownInstance });
    const opened = await extension.open(filePages.GitHub.address);
    const { page, ui } = opened;
    await ui.one("link", "View file");
    await act(opened);
    const { x, y } = await ui.place("link", "View file");
    await page.mouse.move(x, y);
    await ui.one("tooltip", "");
    await waitUntilJudged(page);
    const tab = await extension.openBy(() => page.mouse.click(x, y));
    await tab.close();
    expect(await ui.text()).not.toContain("This page covers");
    await page.close();
  });
});

test("A page of no code host that the extension may run on loads the script that looks, and nothing more", async () => {
  const { context } = extension.chromium;
  const plain = await listFiles(context, "https://plain.example/");
  const control = await listFiles(context, filePages["GitHub Enterprise"].address);
  await expect.poll(control.files).toEqual(["content.js", "react.js", "page.js", "github.js"]);
  expect(plain.files()).toEqual(["content.js"]);
  await control.page.close();
  await plain.page.close();
});
