import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { waitUntilJudged } from "./library/waitUntilJudged.ts";
import type { Handle } from "./library/startHosts.ts";
import { filePages } from "./pages/servePages.ts";

const imitate: Handle = (_, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end(filePages.GitHub.html);
};
const frame: Handle = (_, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end(`<title>Frame</title><iframe src="${filePages.GitHub.address}"></iframe>`);
};
const extension = setUpExtension({
  more: { "github.com.evil.example": imitate, "mygithub.com": imitate, "frames.example": frame },
});
const mounts = "[data-action-telemetry-mount]";

test("A click that the page makes a person give is refused, with a word about it, and not logged", async () => {
  await extension.change({ instanceURL: ownInstance });
  const before = extension.own.events().length;
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  await page.evaluate(() => {
    const decoy = document.body.appendChild(document.createElement("div"));
    decoy.style.cssText =
      "position:fixed;inset:0;background:white;pointer-events:none;z-index:9999";
  });
  const { x, y } = await ui.place("link", "View file");
  await page.mouse.move(x, y);
  await waitUntilJudged(page);
  await page.mouse.click(x, y);
  await expect.poll(ui.text).toContain("This page covers what you clicked on");
  expect(
    extension.chromium.context.pages().filter((tab) => tab.url().startsWith(ownInstance)),
  ).toEqual([]);
  expect(extension.own.events()).toHaveLength(before);
  await page.close();
});

test("A page that has changed what its scripts stand on learns nothing, and a script can press nothing", async () => {
  const { page, ui } = await extension.open(filePages.GitLab.address);
  await page.addInitScript(() => {
    const stolen: unknown[] = [];
    Object.assign(globalThis, { stolen });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      const root = attachShadow.call(this, options);
      stolen.push(root);
      return root;
    };
    Array.prototype.map = () => stolen as never[];
    globalThis.fetch = () => Promise.reject(new Error("Stolen."));
  });
  const before = extension.own.events().length;
  await page.goto(filePages.GitHub.address);
  await ui.one("link", "View file");
  const found = await page.evaluate(() => {
    for (const host of document.querySelectorAll(
      "[data-action-telemetry-mount] > div, html > div",
    )) {
      (host as HTMLElement).click();
      for (const type of ["pointerdown", "click", "keydown"])
        host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    const press = { key: "x", code: "KeyX", altKey: true, bubbles: true };
    document.dispatchEvent(new KeyboardEvent("keydown", press));
    return (globalThis as unknown as { stolen: unknown[] }).stolen.length;
  });
  expect(found).toBe(0);
  expect(await ui.all("dialog", "")).toEqual([]);
  expect(extension.own.events()).toHaveLength(before);
  await page.close();
});

test.each([
  "https://github.com.evil.example/octo/sum/blob/main/src/sum.ts",
  "https://mygithub.com/octo/sum/blob/main/src/sum.ts",
])("A page that only looks like a code host gets nothing: %s", async (address) => {
  const { page, ui } = await extension.open(address);
  await ui.one("link", "Raw");
  const control = await extension.open(filePages.GitHub.address);
  await control.ui.one("link", "View file");
  expect(await page.locator(mounts).count()).toBe(0);
  await control.page.close();
  await page.close();
});

test("Nothing is shown in a frame", async () => {
  const { page } = await extension.open("https://frames.example/");
  const inner = page.frames()[1];
  await inner?.getByRole("link", { name: "Raw" }).waitFor();
  const control = await extension.open(filePages.GitHub.address);
  await control.ui.one("link", "View file");
  expect(await inner?.locator(mounts).count()).toBe(0);
  await control.page.close();
  await page.close();
});

test("The worker may end at any time: actions and events go on", async () => {
  const { page, ui } = await extension.open(filePages.GitLab.address);
  await ui.one("link", "View file");
  const before = extension.own.events().length;
  const { context, worker } = extension.chromium;
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  expect(worker.url()).toContain("chrome-extension:");
  const opened = await extension.openBy(() => ui.click("link", "View file"));
  await opened.close();
  await extension.stored(extension.own, before + 1);
  await page.close();
});
