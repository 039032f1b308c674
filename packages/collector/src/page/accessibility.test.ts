import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testNow } from "../testing/batches.ts";
import { seedStore } from "../testing/seedStore.ts";
import { testPage } from "../testing/testPage.ts";

const tested = testPage({
  async openStore() {
    const store = openSqliteStore(":memory:");
    await seedStore(store, { now: testNow, days: 62, visits: 6 });
    return store;
  },
});

/** The views, each with what is there once it is whole. */
const views = [
  ["overview", "?range=30d&surface=toolbar", "Filter actions by ID"],
  ["action", "/actions/git.blame.open?range=30d", "How it ends"],
  ["live", "/live?find=blame", "Last events"],
  ["instance", "/instance?range=30d", "Health"],
] as const;
const looks = [
  ["light", 1280],
  ["dark", 1280],
  ["dark", 390],
  ["light", 390],
  ["light", 320],
] as const;
const rules = "{ rules: { 'target-size': { enabled: true } } }";

/** How far the page reaches beyond its window. */
const overflow = () =>
  tested.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe("the page", () => {
  it.each(views)(
    "has no accessibility violation and no overflow, light or dark, wide or narrow: %s",
    async (_, path, part) => {
      await tested.reopen({ reducedMotion: "reduce" });
      const { page } = tested;
      await tested.open(path);
      await page.getByLabel(part).waitFor();
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll(".chart-data, .collected")) {
          folded.setAttribute("open", "");
        }
      });
      await page.evaluate(axe.source);
      for (const [colorScheme, width] of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const violations = await page.evaluate(
          `axe.run(${rules}).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))`,
        );
        expect([colorScheme, width, violations]).toEqual([colorScheme, width, []]);
        await expect.poll(overflow, { message: `${colorScheme}, ${width}` }).toBe(0);
      }
    },
  );

  it("can be read where a reader has chosen the colours", async () => {
    await tested.reopen({ forcedColors: "active", viewport: { width: 1280, height: 800 } });
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
    await tested.open("?range=30d");
    const { page } = tested;
    await page.getByRole("heading", { name: "Actions" }).waitFor();
    await page.emulateMedia({ media: "print" });
    for (const name of ["Export", "Show as table", "Compare", "Live", "Action"]) {
      await page.getByText(name, { exact: true }).first().waitFor({ state: "hidden" });
    }
    await page.getByText(/^\w+ \d+ – .*20\d\d$/).waitFor();
    await page.locator(".chart-line").first().waitFor();
    const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
    await expect.poll(ink).toBe("rgb(23, 23, 28)");
    await expect.poll(overflow).toBe(0);
  });

  it.each([...views, ["live, of many events", "/live", "Last events"]] as const)(
    "prints on one sheet of A4: %s",
    async (_, path, part) => {
      await tested.open(path);
      const { page } = tested;
      await page.getByLabel(part).waitFor();
      const sheets = (await page.pdf({ format: "A4" })).toString("latin1");
      expect(sheets.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
    },
  );

  it.each([/^Action$/u, /^Export$/u, /20\d\d$/u])(
    "keeps the menu %s within a narrow page",
    async (label) => {
      await tested.reopen({ viewport: { width: 320, height: 800 } });
      await tested.open("?range=30d");
      const { page } = tested;
      await page.locator("summary.button").filter({ hasText: label }).click();
      const card = page.locator("details.menu[open] .menu-card");
      const isWithin = async () => {
        const { x, width } = (await card.boundingBox()) ?? { x: -1, width: 0 };
        return x >= 0 && x + width <= 320;
      };
      await expect.poll(isWithin).toBe(true);
    },
  );

  it("opens every menu by keyboard, and closes it by Escape", async () => {
    await tested.open();
    const { page } = tested;
    const summary = page.getByText("Export", { exact: true });
    await summary.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Actions, CSV" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Actions, CSV" }).waitFor({ state: "hidden" });
    await expect
      .poll(() => summary.evaluate((element) => element === document.activeElement))
      .toBe(true);
  });
});
