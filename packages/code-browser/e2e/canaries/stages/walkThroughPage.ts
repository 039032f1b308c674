import type { Page } from "playwright";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";

/** Runs every action of the page of components, from every surface, and answers all that is on it. */
export async function walkThroughPage(page: Page, origin: string): Promise<string> {
  const part = (name: string) => encodeURIComponent(secretOf(name));
  const address = `/${part("path of the page")}?q=${part("query of the page")}#${part("fragment of the page")}`;
  const referer = `${origin}/${secretOf("referrer", "-")}`;
  await page.goto(origin + address, { referer });
  await page.locator("body[data-ready]").waitFor();
  await runItems(page);
  await runMenus(page);
  await lookAtItems(page);
  const typed = await type(page);
  return `${await readEverything(page)}\n${typed}`;
}

const item = (page: Page, id: string) => page.locator(`[data-action="${id}"]`).first();

const clicked = [
  "canary.throws",
  "canary.causes",
  "canary.aggregates",
  "canary.rejects",
  "canary.throwsText",
  "canary.throwsObject",
  "canary.rejectsEmpty",
  "canary.unknown",
  "canary.arguments",
  "canary.optedIn",
  "canary.tooLarge",
  "canary.noJSON",
  "canary.tooDeep",
  "canary.logArgumentsThrows",
  "canary.toggle",
  "canary.templates",
  "canary.withAlt",
  "canary.link",
] as const;

/** What all of this runs, in order. */
export const pageRuns: readonly string[] = [
  ...clicked,
  "canary.alt",
  "canary.plain",
  "canary.inMenu",
  "canary.split",
  "canary.splitAlt",
  "canary.inContextMenu",
  "canary.texts",
  "canary.throws",
  "canary.paletteLink",
  "canary.fromPage",
  "canary.prompted",
  "canary.plain",
];

async function runItems(page: Page): Promise<void> {
  for (const id of clicked) await item(page, id).click();
  await item(page, "canary.withAlt").click({ modifiers: ["Alt"] });
  await item(page, "canary.plain").focus();
  await page.keyboard.press("Enter");
}

async function runMenus(page: Page): Promise<void> {
  await page.locator("[data-test=menu]").click();
  await page.getByRole("menuitem", { name: "In a menu" }).click();
  await item(page, "canary.split").click();
  await page.getByRole("button", { name: secretOf("name of a split button") }).click();
  await page.getByRole("menuitem", { name: "In a split button" }).click();
  await page.locator("[data-test=context-menu]").click({ button: "right" });
  await page.getByRole("menuitem", { name: "In a context menu" }).click();
}

/** What people do without running anything. */
async function lookAtItems(page: Page): Promise<void> {
  const never = secretOf("ID of an action that is disabled", ".");
  await item(page, never).click({ force: true });
  await item(page, "canary.disabled").click({ force: true });
  await item(page, secretOf("ID of an action that is cancelled", ".")).click();
  const lookedAt = item(page, secretOf("ID of an action that is looked at", "."));
  await lookedAt.hover();
  await lookedAt.focus();
  await lookedAt.click({ button: "right" });
  await page.keyboard.press("Escape");
}

async function type(page: Page): Promise<string> {
  const query = page.getByRole("combobox");
  const openPalette = async (text: string) => {
    await page.keyboard.press("Control+k");
    await query.fill(text);
  };
  await openPalette(secretOf("query of the palette"));
  const typed = await query.inputValue();
  await query.fill(secretOf("title"));
  await page.keyboard.press("Enter");
  await openPalette("canary.throws");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText(secretOf("message of a thrown error")).waitFor();
  await openPalette("Palette link");
  await page.keyboard.press("Enter");
  await query.waitFor({ state: "detached" });
  await openPalette("#");
  await page.getByText(secretOf("title of a palette item")).click();
  await openPalette("Prompted");
  await page.keyboard.press("Enter");
  await page.getByText("Chosen").click();
  await page.getByRole("combobox", { name: "Type it" }).fill(secretOf("answer to a prompt"));
  await page.keyboard.press("Enter");
  await openPalette(secretOf("other name of an action"));
  await page.keyboard.press("Enter");
  const text = page.getByRole("textbox", { name: "Text" });
  await text.pressSequentially(secretOf("typed text"));
  await page.locator("#selected").selectText();
  const selected = await page.evaluate(() => String(getSelection()));
  return [typed, await text.inputValue(), selected].join("\n");
}

async function readEverything(page: Page): Promise<string> {
  const values = await page.evaluate(() => [
    document.documentElement.outerHTML,
    document.title,
    document.referrer,
    document.cookie,
    decodeURIComponent(location.href),
    navigator.userAgent,
    window.name,
    JSON.stringify(history.state),
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  ]);
  return values.join("\n");
}
