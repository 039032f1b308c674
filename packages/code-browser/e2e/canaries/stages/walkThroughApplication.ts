import type { Page } from "playwright";
import { vi } from "vitest";
import { patience } from "../../library/patience.ts";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";

const file = `${secretOf("name of a folder", "-")}/${secretOf("name of a file", "-")}.ts`;
const part = (name: string) => encodeURIComponent(secretOf(name));
const item = (page: Page, id: string) =>
  page.getByRole("toolbar", { name: "Code actions" }).locator(`[data-action="${id}"]`);

/** Does what a person does with a file and with an extension's actions; answers all that was on the page. */
export async function walkThroughApplication(page: Page, url: string): Promise<string> {
  const seen: string[] = [];
  const look = async () => seen.push(await page.content(), decodeURIComponent(page.url()));
  const address = `?q=${part("query of the page")}#L2&tab=history&note=${part("fragment of the page")}`;
  await page.goto(`${url}-/blob/${file}${address}`);
  await page.getByText(secretOf("subject of a commit")).first().waitFor();
  await look();
  seen.push(await readCode(page));
  await look();
  for (const id of ["canary.configure", "canary.fail", "canary.define"]) {
    await item(page, id).click();
  }
  // Those that fail tell the person why.
  await vi.waitUntil(async () => (await page.getByRole("alert").count()) >= 2, patience);
  await item(page, "canary.disabled").click({ force: true });
  await look();
  await page.keyboard.press("Alt+Shift+L");
  seen.push(await type(page));
  await look();
  await goToPermalink(page);
  await look();
  await item(page, "canary.link").click();
  await page.getByRole("heading", { name: "Telemetry", exact: true }).waitFor();
  await look();
  return seen.join("\n");
}

/** What all of this runs, in order. */
export const applicationRuns: readonly string[] = [
  "canary.configure",
  "canary.fail",
  "canary.define",
  "codeBrowser.setCodeSize",
  "canary.configure",
  "codeBrowser.filterFiles",
  "codeBrowser.findInFile",
  "goToPermalink",
  "canary.link",
];

/** Points at a word, and selects a line. */
async function readCode(page: Page): Promise<string> {
  const code = page.getByRole("textbox", { name: `Code of ${file}` });
  const documentation = page.getByText(secretOf("documentation of a symbol"));
  await code.getByText("value", { exact: true }).last().hover();
  await page.getByRole("dialog", { name: "About value" }).waitFor();
  await vi.waitUntil(async () => (await documentation.count()) > 1, patience);
  const hover = await page.getByRole("dialog", { name: "About value" }).innerText();
  await page.keyboard.press("Escape");
  await page.mouse.move(5, 5);
  await code.getByText(secretOf("selected text")).click({ clickCount: 3 });
  const selected = await page.evaluate(() => String(getSelection()));
  return [hover, selected].join("\n");
}

async function goToPermalink(page: Page): Promise<void> {
  // Not in the code, whose caret would take the key.
  await page.getByRole("toolbar", { name: "Code actions" }).getByRole("button").first().focus();
  await page.keyboard.press("y");
  await page.waitForURL(/\/@[0-9a-f]{40}\//u);
  await page.getByText("Show the file as it is now").waitFor();
}

/** Types into every field there is. */
async function type(page: Page): Promise<string> {
  const typed: string[] = [];
  await page.keyboard.press("Control+k");
  const query = page.getByRole("combobox");
  await query.fill(secretOf("query of the palette"));
  typed.push(await query.inputValue());
  await query.fill(secretOf("title of a contributed action"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("t");
  const filter = page.getByRole("textbox", { name: "Go to a file" });
  await filter.fill(secretOf("filter of files"));
  typed.push(await filter.inputValue());
  await filter.fill("");
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: `Code of ${file}` }).focus();
  await page.keyboard.press("Control+f");
  const search = page.getByRole("textbox", { name: "Find" });
  await search.fill(secretOf("search in a file"));
  typed.push(await search.inputValue());
  await page.keyboard.press("Escape");
  return typed.join("\n");
}
