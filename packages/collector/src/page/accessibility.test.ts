import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { seedStore } from "../testing/seedStore.ts";
import { testPage } from "../testing/testPage.ts";

const tested = testPage();

const views = {
  overview: "?range=30d&surface=toolbar",
  action: "/actions/git.blame.open?range=30d",
  live: "/live",
  instance: "/instance?range=30d",
} as const;
const looks = [
  ["light", 1280],
  ["dark", 1280],
  ["light", 390],
  ["dark", 390],
] as const;
const cases = Object.keys(views).flatMap((view) =>
  looks.map(([scheme, width]) => [view as keyof typeof views, scheme, width] as const),
);

describe("the page", () => {
  it.each(cases)(
    "has no accessibility violation and no overflow: %s, %s at %i",
    async (view, colorScheme, width) => {
      await tested.reopen({
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
      });
      await seedStore(tested.store, { now: Date.now(), days: 62, visits: 6 });
      await tested.open(views[view]);
      const { page } = tested;
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll(".chart-data, .collected")) {
          folded.setAttribute("open", "");
        }
      });
      await page.evaluate(axe.source);
      const violations = await page.evaluate(
        "axe.run({ rules: { 'target-size': { enabled: true } } }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))",
      );
      expect(violations).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBe(0);
    },
  );

  it("can be read where a reader has chosen the colours", async () => {
    await tested.reopen({ forcedColors: "active", viewport: { width: 1280, height: 800 } });
    await seedStore(tested.store, { now: Date.now(), days: 20, visits: 6 });
    await tested.open("?range=30d");
    const { page } = tested;
    await page.getByRole("heading", { name: "Actions" }).waitFor();
    const stroke = await page
      .locator(".chart-line")
      .first()
      .evaluate((line) => getComputedStyle(line).stroke);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(stroke).not.toBe(background);
    await page.getByRole("radio", { name: "Last 30 days" }).focus();
    const [chosen, other] = await page
      .locator(".segments span[aria-hidden]")
      .evaluateAll((labels) =>
        [labels[2], labels[0]].map((label) => label && getComputedStyle(label).backgroundColor),
      );
    expect(chosen).not.toBe(other);
    const outline = await page
      .locator(".segments input:checked + span")
      .evaluate((label) => getComputedStyle(label).outlineStyle);
    expect(outline).toBe("solid");
  });

  it("prints what is shown, in light colours, without what can only be pressed", async () => {
    await tested.reopen({ colorScheme: "dark", viewport: { width: 700, height: 1000 } });
    await seedStore(tested.store, { now: Date.now(), days: 20, visits: 6 });
    await tested.open("?range=30d");
    const { page } = tested;
    await page.getByRole("heading", { name: "Actions" }).waitFor();
    await page.emulateMedia({ media: "print" });
    for (const name of ["Export", "Show as table", "Compare", "Live"]) {
      expect(await page.getByText(name, { exact: true }).first().isVisible()).toBe(false);
    }
    expect(await page.getByText(/ – .*20\d\d/).isVisible()).toBe(true);
    expect(await page.locator(".chart-line").first().isVisible()).toBe(true);
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink).toBe("rgb(23, 23, 28)");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  it("opens every menu by keyboard, and closes it by Escape", async () => {
    await seedStore(tested.store, { now: Date.now(), days: 20, visits: 6 });
    await tested.open();
    const { page } = tested;
    const summary = page.getByText("Export", { exact: true });
    await summary.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Actions, CSV" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Actions, CSV" }).waitFor({ state: "hidden" });
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
