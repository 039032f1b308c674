import { beforeEach, describe, expect, it } from "vitest";
import { delivery, record } from "../../testing/conformance/storeRecords.ts";
import { testNow } from "../../testing/batches.ts";
import { testPage } from "../../testing/testPage.ts";

/** Noon of Sunday, the 22nd of November. */
const tested = testPage({ collector: { clock: { now: () => testNow } } });
const { open } = tested;

const changeOf = (metric: string) =>
  tested.page.getByRole("button", { name: new RegExp(`^${metric} `, "u") });
const note = () => tested.page.locator(".compared");
const noteText = async () => (await note().textContent())?.replaceAll(/\s/gu, " ");
const lateBegin = "Of that period, nothing was counted before Nov 14, 2026.";
const table = () => tested.page.getByRole("table", { name: "Executions per day" });
const row = (name: string) => table().getByRole("row", { name });
const cells = (name: string) => row(name).getByRole("cell").allTextContents();

beforeEach(async () => {
  const days = ["2026-11-20", "2026-11-21", "2026-11-21", "2026-11-22", "2026-11-14"];
  const sundays = Array<string>(8).fill("2026-11-15");
  const events = [...days, ...sundays].map((day, n) => {
    const occurredAt = Date.parse(day);
    return record(n, { occurredAt, clientTime: occurredAt });
  });
  await tested.store.append(delivery(events));
});

describe("A range that goes on", () => {
  it("is compared as far as it is over, and says so", async () => {
    await open();
    // Three executions in six days, against one: not four against nine.
    await changeOf("Executions").getByText("200.0%").waitFor();
    await expect
      .poll(() => changeOf("Executions").textContent())
      .toMatch(/^Executions4Up ↑ 200\.0%/u);
    await expect
      .poll(noteText)
      .toBe(
        `Changes are those of the whole days Nov 16 – 21, 2026, against Nov 9 – 14, 2026. ${lateBegin}`,
      );
  });

  it("says of its last point that it is the number so far, in the chart and in the table", async () => {
    await open();
    const { page } = tested;
    await page.getByText("Nov 22 so far", { exact: true }).waitFor();
    await page.locator(".chart-ring").waitFor();
    await page.getByText("Users so far on Nov 22", { exact: true }).waitFor();
    const chart = page.getByRole("slider", { name: "Executions per day" });
    await expect
      .poll(() => chart.getAttribute("aria-valuetext"))
      .toBe("Sun, Nov 22, so far: 1, the period before (Sun, Nov 15) 8");
    await page.getByText("Show as table").click();
    await row("Sun, Nov 22, so far").waitFor();
    await expect.poll(() => cells("Sun, Nov 22, so far")).toEqual(["1", "Sun, Nov 15", "8"]);
    await expect.poll(() => cells("Sat, Nov 21")).toEqual(["2", "Sat, Nov 14", "1"]);
  });

  it("draws nothing of what is to come, and says that it is", async () => {
    await open("?from=2026-11-20&to=2026-11-25");
    const { page } = tested;
    await page.getByText("Show as table").click();
    await row("Wed, Nov 25").waitFor();
    await expect.poll(() => cells("Mon, Nov 23")).toEqual(["to come", "Tue, Nov 17", "0"]);
    await expect.poll(() => cells("Sun, Nov 22, so far")).toEqual(["1", "Mon, Nov 16", "0"]);
    const [drawn, whole] = await page
      .locator(".chart-line.is-open, .chart-previous")
      .evaluateAll((lines) => lines.map((line) => (line as SVGPathElement).getBBox().width))
      .then((widths) => widths.toSorted((a, b) => a - b));
    expect((drawn ?? 1) / (whole ?? 1)).toBeCloseTo(2 / 5, 1);
    const chart = page.getByRole("slider", { name: "Executions per day" });
    await chart.focus();
    await page.keyboard.press("End");
    await expect
      .poll(() => chart.getAttribute("aria-valuetext"))
      .toBe("Wed, Nov 25: to come, the period before (Thu, Nov 19) 0");
  });

  it("has no number at all where all of it is to come", async () => {
    await open("?from=2026-12-01&to=2026-12-03");
    const { page } = tested;
    await page.getByText("Show as table").click();
    await row("Thu, Dec 3").waitFor();
    await expect.poll(() => cells("Tue, Dec 1")).toEqual(["to come", "Sat, Nov 28", "0"]);
    expect(await page.locator(".chart").getByText("so far").count()).toBe(0);
    expect(await page.locator(".chart-ring").count()).toBe(0);
  });

  it("is compared with nothing while nothing of it is over", async () => {
    await open("?from=2026-11-22&to=2026-11-22&unit=day");
    await note().filter({ hasText: "None of this is over yet" }).waitFor();
    await expect.poll(() => changeOf("Executions").textContent()).toBe("Executions1");
  });
});

describe("A range that is over", () => {
  it("is compared as a whole, and nothing of it is so far", async () => {
    await open("?from=2026-11-15&to=2026-11-21");
    await changeOf("Executions").getByText("×11").waitFor();
    await expect.poll(noteText).toBe(`Changes are against Nov 8 – 14, 2026. ${lateBegin}`);
    expect(await tested.page.locator(".chart").getByText("so far").count()).toBe(0);
    // The days are over; the week and the month that they are in are not.
    const active = tested.page.locator(".active-users").getByRole("term");
    await expect
      .poll(() => active.allTextContents())
      .toEqual(["Users on Nov 21", "in its week so far", "in November 2026 so far"]);
    expect(await tested.page.locator(".chart-ring").count()).toBe(0);
  });

  it("names the day that a day is compared with, hour by hour too", async () => {
    await open("?from=2026-11-21&to=2026-11-21");
    await expect.poll(noteText).toBe("Changes are against Nov 20, 2026.");
  });

  it("is compared without a word more where counting began early in the period before, or not at all", async () => {
    await open("?from=2026-11-16&to=2026-11-17");
    await expect.poll(noteText).toBe("Changes are against Nov 14 – 15, 2026.");
    await open("?from=2026-11-14&to=2026-11-21");
    await expect.poll(noteText).toBe("Changes are against Nov 6 – 13, 2026.");
  });

  it("tells on its axis where a year begins", async () => {
    await open("?from=2025-09-01&to=2026-11-21");
    const labels = tested.page.locator(".chart-label");
    await expect
      .poll(() => labels.allTextContents())
      .toEqual(["Sep 2025", "Nov", "Jan 2026", "Mar", "May", "Jul", "Sep", "Nov"]);
  });

  it("has no note where nothing is compared", async () => {
    await open("?from=2026-11-15&to=2026-11-21&compare=off");
    await changeOf("Executions").waitFor();
    expect(await note().count()).toBe(0);
  });
});

it("A chart is laid out anew for paper, as wide as that is, and for the screen again", async () => {
  await open();
  const { page } = tested;
  const size = () => page.locator(".chart-drawing").getAttribute("viewBox");
  await expect.poll(size).toMatch(/ 264$/u);
  await page.emulateMedia({ media: "print" });
  await expect.poll(size).toBe("0 0 692 150");
  await page.emulateMedia({ media: "screen" });
  await expect.poll(size).toMatch(/ 264$/u);
});
