import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askWorker } from "./library/askWorker.ts";
import { prepareWorkerEnd } from "./library/endWorker.ts";
import { setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension({ isUnsettled: true });
const patience = { timeout: 90_000 };

const inspect = () => askWorker(extension.chromium, "inspect", {});

/** Whether any file below a folder holds a text. */
function holds(folder: string, text: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .some((path) => readFileSync(path).includes(text));
}

test("Before Chromium has said what is prescribed, events wait in memory: a worker that ends takes none along, and each is stored once", async ({
  skip,
}) => {
  const { chromium, everybodys } = extension;
  const { page, ui } = await extension.open(filePages.GitHub.address);
  const end = await prepareWorkerEnd(chromium, page);
  expect(await ui.href("link", "View file")).not.toContain("utm_source");
  await page.keyboard.press("Alt+Shift+h");
  await expect.poll(ui.text).toContain("Put the text cursor into a word");
  await end("killed");
  await page.keyboard.press("Alt+Shift+h");
  await end("stopped");
  await page.keyboard.press("Alt+Shift+h");
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await end("killed");

  let seen = await inspect();
  await expect
    .poll(async () => {
      seen = await inspect();
      return seen.consent !== "unknown" || seen.queue.length >= 3;
    }, patience)
    .toBe(true);
  const { consent, queue, sent } = seen;
  skip(consent !== "unknown", "Chromium has said it within less time than this takes.");
  expect([queue.length, sent]).toEqual([3, []]);
  expect(everybodys.bodies).toEqual([]);
  expect(holds(chromium.profile, queue[0]?.id ?? "?")).toBe(false);
  // The control: what is on the disk is found there.
  expect(holds(chromium.profile, "lastVersion")).toBe(true);

  // Chromium answers once it has nothing else to do, however often it is asked.
  const worker = await chromium.currentWorker();
  await worker.evaluate("chrome.storage.managed.get(null)");
  await extension.stored(everybodys, 3);
  await expect.poll(async () => (await inspect()).queue, patience).toEqual([]);
  await expect.poll(everybodys.knowsOfInstallation).toBe(true);
  expect(everybodys.events().map(({ name }) => name)).toEqual([
    "showHover",
    "showHover",
    "showHover",
  ]);
  await page.close();
});
