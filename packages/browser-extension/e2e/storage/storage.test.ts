import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "../chromium/library/setUpExtension.ts";
import { filePages } from "../chromium/pages/servePages.ts";

const extension = setUpExtension();

/** The API as scripts of the extension see it. */
interface Chrome {
  readonly storage: { readonly local: { get(keys: null): Promise<Record<string, unknown>> } };
  readonly tabs: { query(filter: { active: true }): Promise<{ readonly id: number }[]> };
  readonly scripting: {
    executeScript(injection: {
      target: { tabId: number };
      func: () => unknown;
    }): Promise<{ readonly result: unknown }[]>;
  };
}

test("What the worker keeps is there, and no content script can read it", async () => {
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  const { context } = extension.chromium;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const [kept, answers] = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { readonly chrome: Chrome };
    const [tab] = await chrome.tabs.query({ active: true });
    const read = () =>
      (globalThis as unknown as { readonly chrome: Chrome }).chrome.storage.local
        .get(null)
        .then(JSON.stringify, (error: unknown) => `refused: ${String(error)}`);
    const results = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: read,
    });
    return [await chrome.storage.local.get(null), results.map(({ result }) => result)] as const;
  });
  expect(Object.keys(kept)).toContain("settings");
  expect(answers).toEqual([expect.stringMatching(/^refused: .*not allowed/u)]);
  await page.close();
});
