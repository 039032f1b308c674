import type { Page } from "playwright";
import { expect, test } from "vitest";
import { setUpCodeBrowser } from "./fixture/setUpCodeBrowser.ts";
import { patience } from "./library/patience.ts";
import { readEvents } from "./library/readEvents.ts";

const application = setUpCodeBrowser((repository) => {
  repository.write("README.md", "# A project\n");
  repository.commit("Add");
});

test("what a person pins and names is there the next time, in other tabs, and in no record", async () => {
  const { page, problems, close } = await application.open();
  const sent: string[] = [];
  page.context().on("request", (request) => {
    sent.push(`${request.url()} ${request.postData() ?? ""}`);
  });
  try {
    await openPalette(page, "keyboard shortcuts");
    await page.keyboard.press("Control+.");
    await page.getByRole("option", { name: "Pin to the top" }).click();
    await page.getByRole("status").filter({ hasText: "Keyboard shortcuts: pinned" }).waitFor();
    await page.keyboard.press("Control+.");
    await page.getByRole("option", { name: "Set an alias…" }).click();
    await page.keyboard.type("secretname");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "found by “secretname”" }).waitFor();
    await page.reload();
    const other = await page.context().newPage();
    await other.goto(application.server.url);
    for (const each of [page, other]) {
      await openPalette(each, "");
      const first = each.getByRole("option").first();
      await expect.poll(() => first.textContent(), patience).toContain("Keyboard shortcuts");
      await each.keyboard.type("secretname");
      await expect.poll(() => each.getByRole("option").count(), patience).toBe(1);
    }
    await other.keyboard.press("Enter");
    await expect
      .poll(
        async () => (await readEvents(application.server.url)).map(({ name }) => name),
        patience,
      )
      .toEqual(["codeBrowser.showShortcuts"]);
    expect(sent.join("\n")).toContain("codeBrowser.showShortcuts");
    expect(sent.join("\n")).not.toContain("secretname");
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
});

async function openPalette(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Search actions" }).click();
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type(text);
}
