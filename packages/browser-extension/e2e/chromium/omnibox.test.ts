import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension();

/**
 * Enters a text after the keyword `src`. No test can type into the address bar, which belongs to the
 * browser: the browser's own event is dispatched in the worker instead, to the listeners that it has.
 */
async function enter(text: string, disposition: string): Promise<void> {
  const worker = await extension.chromium.currentWorker();
  const values = [text, disposition].map((value) => JSON.stringify(value)).join(", ");
  await worker.evaluate(`chrome.omnibox.onInputEntered.dispatch(${values})`);
}

test("What is entered after the keyword is searched for at the instance, under its exact address, and logged once, without a word of it", async () => {
  await extension.change({ instanceURL: ownInstance });
  const texts = [
    "repo:octo/sum sum(1, 2)",
    " ünïcode #1 & more? ",
    "https://evil.example/?utm_source=x",
  ];
  for (const [index, text] of texts.entries()) {
    const page = await extension.openBy(() => enter(text, "newForegroundTab"));
    await page.waitForURL(/search\.example/u);
    const url = new URL(page.url());
    expect(page.url()).toBe(
      `${ownInstance}/search?${new URLSearchParams({ q: text.trim(), utm_source: "omnibox" })}`,
    );
    expect([...url.searchParams.keys()]).toEqual(["q", "utm_source"]);
    await extension.stored(extension.own, index + 1);
    await page.close();
  }
  expect(extension.own.events()).toEqual(
    texts.map(() =>
      expect.objectContaining({
        name: "omnibox.search",
        surface: "omnibox",
        trigger: "keyboard",
      }),
    ),
  );
  expect(extension.own.events().some((event) => "arguments" in event)).toBe(false);
  expect(extension.own.bodies.join("\n")).not.toMatch(/octo|evil|more/u);
  expect(
    extension.own.requests.filter((request) => request.startsWith("GET /search")),
  ).toHaveLength(3);
});

test("In the place of the current tab, or beside it in the background, it opens one tab", async () => {
  const { context } = extension.chromium;
  for (const [disposition, more] of [
    ["newBackgroundTab", 1],
    ["currentTab", 0],
  ] as const) {
    const before = await context.newPage();
    await before.goto(filePages.GitLab.address);
    await before.bringToFront();
    const count = context.pages().length;
    const page = await extension.openBy(() => enter(disposition, disposition));
    await page.waitForURL(`${ownInstance}/search?q=${disposition}&utm_source=omnibox`);
    await expect.poll(() => context.pages().length).toBe(count + more);
    expect(before.isClosed()).toBe(more === 0);
    await page.close();
  }
  await extension.stored(extension.own, 5);
});

test("Nothing but white space is searched for, and nothing is logged while the extension is off", async () => {
  await enter("   ", "newForegroundTab");
  await extension.change({ enabled: false });
  const page = await extension.openBy(() => enter("sum", "newForegroundTab"));
  await page.waitForURL(/search\?q=sum/u);
  await page.close();
  await extension.change({ enabled: true });
  expect(extension.own.events()).toHaveLength(5);
});
