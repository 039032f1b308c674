import { expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages } from "./pages/servePages.ts";

const extension = setUpExtension();

/** Runs an action that fails, for nothing is selected, and sees it say so. */
async function fail(): Promise<void> {
  const { page, ui } = await extension.open(filePages.GitHub.address);
  await ui.one("link", "View file");
  await page.keyboard.press("Alt+Shift+h");
  await expect.poll(ui.text).toContain("Put the text cursor into a word of the code");
  await page.close();
}

test("An error in the content script reaches the instance only if the person lets it, without a word of its message", async () => {
  await extension.change({ instanceURL: ownInstance, allowErrorReporting: false });
  await fail();
  await extension.change({ allowErrorReporting: true });
  expect(extension.own.reports).toEqual([]);
  await fail();
  await expect.poll(() => extension.own.reports.length, { timeout: 20_000 }).toBe(1);
  const [report = ""] = extension.own.reports;
  expect(report).toContain("showHover");
  expect(report).toContain("content.js");
  for (const secret of ["text cursor", "octo", "sum.ts", "github.com"])
    expect(report).not.toContain(secret);
  expect(extension.everybodys.reports).toEqual([]);
});
