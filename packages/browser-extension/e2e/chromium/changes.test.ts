import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages, pullRequest } from "./pages/servePages.ts";

const extension = setUpExtension();

// `pnpm run test:long` goes on for longer; what it finds is written in docs/content.md.
const rounds = process.env["EXTENSION_LONG_RUN"] === undefined ? 1 : 10;

const mounts = "[data-action-telemetry-mount]";

test("Another instance, and the switch, reach pages that are open", async () => {
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(filePages.GitLab.address);
  await ui.one("link", "View file");
  await extension.change({ instanceURL: "https://sourcegraph.com" });
  await expect
    .poll(() => ui.href("link", "View file"))
    .toMatch(/^https:\/\/sourcegraph\.com\/gitlab\.com\/group\/sum@main/u);
  await extension.change({ enabled: false });
  await ui.none("link", "View file");
  await expect.poll(() => page.locator(mounts).count()).toBe(0);
  await extension.change({ enabled: true, instanceURL: ownInstance });
  await expect.poll(() => ui.href("link", "View file")).toContain(ownInstance);
  await page.close();
});

test("A page that Turbo, pjax or React swap keeps one toolbar a code view, over 100 navigations", async ({
  annotate,
}) => {
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(pullRequest);
  await expect.poll(async () => (await ui.all("link", "View diff")).length).toBe(2);
  const swap = (times: number) =>
    page.evaluate(async (count) => {
      for (let index = 0; index < count; index++) {
        const body = document.body.cloneNode(true);
        document.documentElement.replaceChild(body, document.body);
        history.pushState(null, "", `/octo/sum/pull/${index}/files`);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }, times);
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize;
  };
  await swap(20);
  await expect.poll(async () => (await ui.all("link", "View diff")).length).toBe(2);
  const before = await heap();
  for (let round = 1; round <= rounds; round++) {
    await swap(100);
    const more = (((await heap()) - before) / 1024).toFixed(0);
    await annotate(`After ${round * 100} navigations: ${more} KiB more`);
  }
  await expect.poll(async () => (await ui.all("link", "View diff")).length).toBe(2);
  const toolbars = page.locator(`${mounts}[data-action-telemetry-mount=toolbar]`);
  await expect.poll(() => toolbars.count()).toBe(2);
  await expect.poll(() => page.locator("html > div").count()).toBe(1);
  expect((await heap()) - before).toBeLessThan(1_500_000);
  await page.close();
});

test("A page that comes back from the cache of the back button is as it was, and its actions work", async () => {
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  await page.goto(filePages.GitLab.address);
  await ui.one("link", "View file");
  await page.goBack();
  await expect.poll(async () => (await ui.all("link", "View file")).length).toBe(1);
  const before = extension.own.events().length;
  await page.keyboard.press("Alt+x");
  await ui.one("combobox", "");
  await page.keyboard.type("view file");
  await ui.one("option", "View file");
  const opened = await extension.openBy(() => page.keyboard.press("Enter"));
  await opened.close();
  await extension.stored(extension.own, before + 1);
  await page.close();
});
