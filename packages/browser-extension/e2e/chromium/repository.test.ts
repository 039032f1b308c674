import type { Page } from "playwright";
import { beforeEach, expect, test } from "vitest";
import { ownInstance, setUpExtension } from "./library/setUpExtension.ts";
import { filePages, privateFile } from "./pages/servePages.ts";

const extension = setUpExtension();
const { address, repository } = filePages.GitHub;
const missing = "Not on the connected instance";
const nobody = { settings: {}, manifests: {} };

beforeEach(async () => {
  extension.own.viewer = nobody;
  extension.own.isOpen = true;
  await extension.change({ instanceURL: "https://sourcegraph.com" });
});

/** Rests the pointer on a word of the page. */
async function pointAtSum(page: Page): Promise<void> {
  await page.locator('span.n:text-is("sum")').last().hover({ force: true });
}

test("A repository that the instance does not have has no links but a word about it, and nothing of its code is asked", async () => {
  extension.own.viewer = { ...nobody, missing: [repository] };
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(address);
  await expect.poll(ui.text).toContain(missing);
  expect(await ui.all("link", "View")).toEqual([]);
  await expect.poll(() => ui.all("button", "VS Code")).toHaveLength(1);
  const before = extension.own.events().length;
  await pointAtSum(page);
  const control = await extension.open(filePages.GitLab.address);
  await control.ui.one("link", "View file");
  await pointAtSum(control.page);
  await control.ui.one("dialog", "");
  expect(await ui.all("dialog", "")).toEqual([]);
  const asked = () => extension.own.questions.filter((body) => body.includes("lsif"));
  await expect.poll(() => asked().some((body) => body.includes("gitlab.com/group/sum"))).toBe(true);
  expect(asked().filter((body) => body.includes(repository))).toEqual([]);
  await extension.stored(extension.own, before + 1);
  await control.page.close();
  await page.close();
});

test("In the palette it is the same: nothing leads to what is not there", async () => {
  extension.own.viewer = { ...nobody, missing: [repository] };
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(address);
  await expect.poll(ui.text).toContain(missing);
  await page.keyboard.press("Alt+x");
  await ui.one("option", "Options of this extension");
  expect(await ui.all("option", "View")).toEqual([]);
  await page.close();
});

test("A person who is not signed in is asked to, and told after that what is missing", async () => {
  await extension.chromium.context.clearCookies();
  extension.own.viewer = { ...nobody, missing: [repository] };
  extension.own.isOpen = false;
  await extension.change({ instanceURL: ownInstance });
  const { page, ui } = await extension.open(address);
  await ui.one("link", "Sign in");
  expect(await ui.text()).not.toContain(missing);
  extension.own.isOpen = true;
  // Who comes back has been away: that the page has come to the front as it opened is no return.
  await page.evaluate(() => {
    for (const type of ["blur", "focus"]) globalThis.dispatchEvent(new Event(type));
  });
  await expect.poll(ui.text).toContain(missing);
  await ui.none("link", "Sign in");
  await page.close();
});

test("The instance of everybody hears nothing of a private repository: not its name, nor that it was looked at", async () => {
  const { page, ui } = await extension.open(privateFile);
  await ui.one("button", "Connect an instance");
  await pointAtSum(page);
  // Time in which something would have been asked, since the same page at one's own instance asks.
  await extension.change({ instanceURL: ownInstance });
  await ui.one("link", "View file");
  await pointAtSum(page);
  await ui.one("dialog", "");
  expect(extension.own.questions.some((body) => body.includes("octo/secret"))).toBe(true);
  expect(extension.everybodys.questions.length).toBeGreaterThan(0);
  expect(extension.everybodys.questions.filter((body) => body.includes("secret"))).toEqual([]);
  await page.close();
});

test("What to do about a private repository is in the options", async () => {
  const { page, ui } = await extension.open(privateFile);
  const options = await extension.openBy(() => ui.click("button", "Connect an instance"));
  await options.waitForURL(/options\.html/u);
  await expect.poll(() => extension.everybodys.events().at(-1)?.name).toBe("connectInstance");
  await options.close();
  await page.close();
});
