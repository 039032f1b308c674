import axe, { type AxeResults } from "axe-core";
import { beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../../collector/createCollector.ts";
import type { PingAnswer } from "../../store/StoredPing.ts";
import { testNow } from "../../testing/batches.ts";
import { testPage } from "../../testing/testPage.ts";
import { dayMs, hourMs } from "../../time/calendar.ts";
import { weekBefore } from "../../time/week.ts";

/** Noon of a Monday. */
const monday = testNow + dayMs;
let now = monday;
beforeEach(() => void (now = monday));

const url = "https://pings.example/receive";
const collector = { clock: { now: () => now }, ping: { url } };
const tested = testPage({ collector });

const card = () => tested.page.locator("details", { hasText: "What leaves this instance" });
const facts = () => card().locator("dl");

/** What the receiver has answered to the ping of the week that is over. */
async function note(answer: Partial<PingAnswer>): Promise<void> {
  const { app } = createCollector({ store: tested.store, ...collector });
  await app.request("http://localhost/.api/ping/preview");
  const at = monday - 2 * hourMs;
  await tested.store.notePing(weekBefore(now).first, { at, status: 200, text: "", ...answer });
}

/** The facts of the ping by name, once the last of them is there. */
async function readFacts(last: string): Promise<Readonly<Record<string, string>>> {
  const { page } = tested;
  await page.goto(`${tested.url}/analytics/instance`);
  const summary = card().locator("summary");
  await summary.waitFor();
  if (!(await card().evaluate((details: HTMLDetailsElement) => details.open))) {
    await summary.click();
  }
  await facts().getByText(last, { exact: true }).waitFor();
  const [names, values] = [facts().getByRole("term"), facts().getByRole("definition")];
  const texts = await values.allTextContents();
  return Object.fromEntries(
    (await names.allTextContents()).map((name, n) => [name, texts[n] ?? ""]),
  );
}

describe("the ping's card", () => {
  it("says what was answered, and when the next one is due", async () => {
    await note({ text: "Thank you" });
    expect(await readFacts("Next")).toEqual({
      "Goes to": "pings.example",
      "Last sent": "Nov 23, 10:00:00 UTC, for the week of Nov 16, 2026",
      Answer: "200, taken",
      "It said": "Thank you",
      Next: "Nov 30, 2026 (UTC), at a moment drawn that day, for the week of Nov 23, 2026",
    });
    await card().getByText("goes to pings.example; the last one: 200, taken.").waitFor();
  });

  it("is open, and says what failed and that it is sent again", async () => {
    await note({ status: 0, text: "ECONNREFUSED", at: now - 60_000 });
    await tested.page.goto(`${tested.url}/analytics/instance`);
    await facts().getByText("no answer: it refuses connections; it is sent again").waitFor();
    await facts().getByText("Nov 23, 12:00 to 12:59 UTC, for the week of Nov 16, 2026").waitFor();
    await note({ status: 503, text: "Later\u2026", at: now - 60_000 });
    expect(await readFacts("Next")).toMatchObject({
      Answer: "503, not taken, and sent again",
      "It said": "Later…",
    });
  });

  it("says of a refusal that it stays at that", async () => {
    await note({ status: 400, text: '{"error":"unknown instance"}' });
    expect(await readFacts("Next")).toMatchObject({
      Answer: "400, refused, and not sent again",
      "It said": '{"error":"unknown instance"}',
      Next: expect.stringContaining("Nov 30"),
    });
  });

  it("says that none was sent yet, and the hour of the first", async () => {
    // Midnight: whatever moment its ID has decided, it is to come.
    now = monday - 0.5 * dayMs;
    const { last, next } = (await (await fetch(`${tested.url}/.api/ping/answer`)).json()) as {
      last: null;
      next: { from: number };
    };
    expect(last).toBeNull();
    const shown = await readFacts("Next");
    expect(shown["Last sent"]).toBe("none yet");
    expect(shown["Next"]).toContain(new Date(next.from).toISOString().slice(11, 16));
  });

  it.each([
    ["an image", '<img src=x onerror="window.pwned=1">'],
    ["a script", "</q></dd><script>window.pwned=1</script>"],
    ["a template", "javascript:window.pwned=1 {{constructor.constructor('window.pwned=1')()}}"],
    ["another direction, and what a terminal obeys", "\u202Eevil \u0007\u001B[31m"],
    ["a word without end", "long".repeat(500)],
  ])("shows text that a receiver means badly as text: %s", async (_what, text) => {
    await note({ status: 400, text });
    const shown = await readFacts("Next");
    expect(shown["It said"]).toBe(text.length > 500 ? `${text.slice(0, 500)}…` : text);
    const { page } = tested;
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
    expect(await page.locator("main :is(img, script)").count()).toBe(0);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await expect.poll(overflow).toBe(0);
    }
  });

  it.each([
    ["light", 1280],
    ["dark", 390],
  ] as const)("has no fault that axe finds, in %s at %i", async (colorScheme, width) => {
    await note({ status: 503, text: "Later" });
    const { page } = tested;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await readFacts("Next");
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it("is printed with what the receiver said, where it is open", async () => {
    await note({ status: 503, text: "Later" });
    await readFacts("Next");
    await tested.page.emulateMedia({ media: "print" });
    const isPrinted = (text: string) => facts().getByText(text, { exact: true }).isVisible();
    for (const text of ["503, not taken, and sent again", "Later"]) {
      await expect.poll(() => isPrinted(text)).toBe(true);
    }
  });
});
