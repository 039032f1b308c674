import axe from "axe-core";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { openTestPage, type TestPage } from "../testing/content/openTestPage.ts";

// Rules that look at whole pages, which are those of others here.
const ofPages = [
  "region",
  "landmark-one-main",
  "page-has-heading-one",
  "document-title",
  "html-has-lang",
  "bypass",
];

/** What assistive technology would stumble over in everything of ours, as sentences. */
async function faults(page: TestPage): Promise<readonly string[]> {
  const elements = page.roots().map(({ host }) => host as HTMLElement);
  const rules = Object.fromEntries(ofPages.map((rule) => [rule, { enabled: false }]));
  const { violations, passes } = await axe.run({ include: elements }, { rules });
  expect(passes.length).toBeGreaterThan(3);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test.each(["light", "dark"])(
  "Toolbar, palette and hover can be used by everybody on a %s page",
  async (theme) => {
    const page = openTestPage(undefined, undefined, "open");
    document.body.style.cssText = theme === "dark" ? "background:#0d1117;color:#f0f6fc" : "";
    page.background.push();
    await expect.poll(() => page.find("a", "View file")).toBeDefined();
    expect(page.find(".at-frame")?.dataset["theme"]).toBe(theme);
    expect(await faults(page)).toEqual([]);
    await userEvent.hover(document.querySelector("#LC1 i")!);
    await expect.poll(() => page.find("[role=dialog]")?.textContent).toContain("Adds two numbers.");
    expect(await faults(page)).toEqual([]);
    await userEvent.keyboard("{Escape}{Alt>}x{/Alt}");
    await expect.poll(() => page.find("[role=option]", "View file")).toBeDefined();
    expect(await faults(page)).toEqual([]);
    document.body.style.cssText = "";
  },
);

test("What nobody could read is found", async () => {
  const page = openTestPage(undefined, undefined, "open");
  page.background.push();
  await expect.poll(() => page.find("a", "View file")).toBeDefined();
  page.find("a", "View file")!.style.color = "#eeeeee";
  expect(await faults(page)).toEqual([expect.stringContaining("color-contrast")]);
});
