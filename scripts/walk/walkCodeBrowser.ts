import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { contextOptions, type Look } from "../storybook/Look.ts";
import type { Picture } from "./Picture.ts";

const file = "packages/react/src/menu/ActionMenu.tsx";
const word = "useMenuState";

/** A stop of the walk: how a person gets there from the file. */
interface Stop {
  readonly title: string;
  readonly path?: string;
  readonly act?: (page: Page) => Promise<unknown>;
}

const stops: readonly Stop[] = [
  { title: "Start page", path: "" },
  { title: "A file" },
  { title: "Palette", act: (page) => openPalette(page, "") },
  { title: "Palette, searched", act: (page) => openPalette(page, "code") },
  { title: "Hover", act: hover },
  {
    title: "References",
    async act(page) {
      await hover(page);
      await page.getByRole("link", { name: "Find references" }).click();
      await page
        .getByRole("region", { name: "References" })
        .getByRole("listitem")
        .first()
        .waitFor();
    },
  },
  {
    title: "History and blame",
    path: `-/blob/${file}#L40-44&tab=history`,
    async act(page) {
      await page.getByRole("region", { name: "History" }).getByRole("listitem").first().waitFor();
      await openPalette(page, "blame");
      await page.keyboard.press("Enter");
      await page
        .getByText(/ago · /u)
        .first()
        .waitFor();
    },
  },
  {
    title: "Keyboard shortcuts",
    async act(page) {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    },
  },
  {
    title: "Help menu",
    act: (page) => page.getByRole("button", { name: "Help", exact: true }).click(),
  },
  { title: "Consent and inspector", path: "-/telemetry" },
  { title: "Analytics", path: "analytics" },
];

async function openPalette(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search actions" }).waitFor();
  await page.keyboard.type(text);
  await page.getByRole("option").first().waitFor();
}

async function hover(page: Page): Promise<void> {
  await page.locator(".cm-line").getByText(word, { exact: true }).first().hover();
  await page
    .getByRole("dialog", { name: `About ${word}` })
    .getByText("const")
    .first()
    .waitFor();
}

/** Walks through the code browser as a person would, and takes a picture at each stop. */
export async function walkCodeBrowser(
  browser: Browser,
  options: { readonly url: string; readonly look: Look; readonly folder: string },
): Promise<readonly Picture[]> {
  const context = await browser.newContext(contextOptions(options.look));
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const pictures: Picture[] = [];
  for (const [index, { title, path = `-/blob/${file}`, act }] of stops.entries()) {
    // An address that differs in its fragment alone would not be loaded again.
    await page.goto("about:blank");
    await page.goto(options.url + path);
    await page.getByRole("heading").first().waitFor();
    // A page with a live stream is never idle.
    await page.waitForLoadState("networkidle", { timeout: 1500 }).catch(() => undefined);
    await page.evaluate((dir) => (document.documentElement.dir = dir), options.look.direction);
    const problem = await act?.(page).then(
      () => undefined,
      (error: unknown) => String(error).split("\n")[0],
    );
    const picture = join(options.folder, `code-browser-${index + 1}.png`);
    await page.screenshot({ path: picture });
    pictures.push({ title: problem === undefined ? title : `${title}: ${problem}`, path: picture });
  }
  await context.close();
  return pictures;
}
