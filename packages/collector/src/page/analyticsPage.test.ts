import { describe, expect, it } from "vitest";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import { testEvent } from "../testing/batches.ts";
import { testPage } from "../testing/testPage.ts";
import { dayMs } from "../time/calendar.ts";

const tested = testPage();
const { open, post } = tested;

/** How often the page says that there were so many executions. */
const executions = (count: number) =>
  tested.page.getByRole("button", { name: `Executions ${count} ` }).count();
/** What the address asks for. */
const question = () => new URL(tested.page.url()).search;
const actionRow = (id: string) => tested.page.getByRole("table").getByRole("row", { name: id });

describe("the overview", () => {
  it("tells how to send a first event, and shows it by itself", async () => {
    await open();
    await tested.page.getByRole("heading", { name: "Waiting for the first event" }).waitFor();
    await post(testEvent(1));
    await actionRow("git.blame.toggle").first().waitFor();
    await expect.poll(() => executions(1)).toBe(1);
  });

  it("shows the next event by itself too, in table and totals", async () => {
    await post(testEvent(1));
    await open();
    await actionRow("git.blame.toggle").first().waitFor();
    await post(testEvent(2, { name: "goToDefinition", surface: "hover" }), testEvent(3));
    await actionRow("goToDefinition").waitFor();
    await expect.poll(() => executions(3)).toBe(1);
  });

  it("finds and sorts the actions, and keeps that in the address", async () => {
    const names = ["a.open", "b.open", "c.close", "b.open"];
    await post(...names.map((name, n) => testEvent(n, { name })));
    await open();
    const { page } = tested;
    const ids = () =>
      page
        .getByRole("rowheader")
        .filter({ hasText: /^[abc]\./ })
        .allTextContents();
    await expect.poll(ids).toEqual(["b.open", "a.open", "c.close"]);
    await page.getByRole("columnheader", { name: "Action" }).getByRole("button").click();
    await expect.poll(ids).toEqual(["a.open", "b.open", "c.close"]);
    await page.getByRole("searchbox", { name: "Filter actions by ID" }).fill("OPEN");
    await page.getByText("2 of 3").waitFor();
    await expect.poll(question).toBe("?sort=id&order=ascending&find=OPEN");
    await page.reload();
    await page.getByText("2 of 3").waitFor();
    await expect.poll(ids).toEqual(["a.open", "b.open"]);
  });

  it("is read and steered by keyboard alone, with range and unit in the address", async () => {
    await post(testEvent(1));
    await open();
    const { page } = tested;
    const chart = page.getByRole("slider", { name: /Executions per day/ });
    await chart.focus();
    const value = () => chart.getAttribute("aria-valuetext");
    await expect.poll(value).toMatch(/: 1, the period before \(\w+, \w+ \d+\) 0$/);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(value).toMatch(/: 0, the period before \(\w+, \w+ \d+\) 0$/);
    await page.getByRole("radio", { name: "Last 7 days" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/range=30d/);
    await page.getByRole("radio", { name: "Last 30 days", checked: true }).waitFor();
    await page.getByText("Show as table").click();
    const table = page.getByRole("table", { name: "Executions per day" });
    await table.getByRole("row").nth(30).waitFor();
    await page.getByRole("combobox", { name: "One point for each" }).selectOption("week");
    await page.getByRole("slider", { name: /Executions per week/ }).waitFor();
    await expect.poll(question).toBe("?range=30d&unit=week");
    await page.getByRole("checkbox", { name: "Compare" }).press("Space");
    await page.locator(".chart-legend").waitFor({ state: "detached" });
    await expect.poll(question).toBe("?range=30d&unit=week&compare=off");
  });

  it("filters by what a breakdown shows, and goes back and forward", async () => {
    await post(testEvent(1), testEvent(2, { name: "goToDefinition", surface: "hover" }));
    await open();
    const { page } = tested;
    await page.getByRole("link", { name: "hover", exact: true }).click();
    await actionRow("git.blame.toggle").waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Executions 1 / }).waitFor();
    await expect.poll(question).toBe("?surface=hover");
    await page.goBack();
    await page.getByRole("button", { name: /^Executions 2 / }).waitFor();
    await page.goForward();
    await page.getByRole("button", { name: /^Executions 1 / }).waitFor();
    await page.getByRole("link", { name: "Remove the filter surface hover" }).click();
    await page.getByRole("button", { name: /^Executions 2 / }).waitFor();
  });

  it("counts one action alone, chosen by its ID, and all again", async () => {
    await post(testEvent(1), testEvent(2, { name: "goToDefinition" }));
    await open();
    const { page } = tested;
    await actionRow("goToDefinition").waitFor();
    await page.getByText("Action", { exact: true }).first().click();
    const field = page.getByRole("combobox", { name: "Count one action alone" });
    await field.fill("<b>");
    await field.press("Enter");
    const isValid = () => field.evaluate((input: HTMLInputElement) => input.validity.valid);
    await expect.poll(isValid).toBe(false);
    await field.fill("goToDefinition");
    await field.press("Enter");
    await page.waitForURL(/\?action=goToDefinition$/);
    await page.getByRole("button", { name: /^Executions 1 / }).waitFor();
    await page.getByRole("link", { name: "Remove the filter action goToDefinition" }).click();
    await page.getByRole("button", { name: /^Executions 2 / }).waitFor();
  });

  it("mends an address that is malformed, and says what was wrong", async () => {
    await post(testEvent(1));
    await open("?range=30d&surface=%3Cb%3E&from=2026-02-31");
    const notice = tested.page.getByRole("status").filter({ hasText: "was mended" });
    await notice.filter({ hasText: "surface must be an identifier, or nothing." }).waitFor();
    await expect.poll(question).toBe("?range=30d");
    await tested.page.getByRole("button", { name: "Dismiss" }).click();
    await notice.waitFor({ state: "detached" });
  });

  it("shows any days that are chosen, new actions, and those that have vanished", async () => {
    const at = (day: string) => ({ occurredAt: Date.parse(day), clientTime: Date.parse(day) });
    await tested.store.append(
      delivery([
        record(1, { name: "old.run", ...at("2026-03-02") }),
        record(2, { name: "new.run", ...at("2026-03-11") }),
      ]),
    );
    await post(testEvent(3));
    await open();
    const { page } = tested;
    await page.getByText(/^\w+ \d+ – .*20\d\d$/).click();
    await page.getByLabel("From", { exact: true }).fill("2026-03-08");
    await page.getByLabel("To", { exact: true }).fill("2026-03-14");
    await page.getByRole("button", { name: "Show these days" }).click();
    await page.waitForURL(/from=2026-03-08&to=2026-03-14/);
    const links = (title: string) =>
      page.getByRole("region", { name: title }).getByRole("link").allTextContents();
    await expect.poll(() => links("New in this range")).toEqual(["new.run"]);
    await expect.poll(() => links("Not used any more")).toEqual(["old.run"]);
  });

  it("names the days that are counted, which are those of whole weeks", async () => {
    await post(testEvent(1));
    await open("?from=2026-03-11&to=2026-03-12&unit=week");
    const { page } = tested;
    await page
      .locator("summary")
      .filter({ hasText: /^Mar 9\s–\s15, 2026$/u })
      .click();
    await expect
      .poll(() => page.getByLabel("From", { exact: true }).inputValue())
      .toBe("2026-03-11");
    await expect.poll(() => page.getByLabel("To", { exact: true }).inputValue()).toBe("2026-03-12");
  });

  it("says that every event was counted, or which were not", async () => {
    await post(testEvent(1));
    await open();
    const region = tested.page.getByRole("region", { name: "Not in the counts" });
    const allWell = region.getByText("Every event that was sent in this range was counted.");
    await allWell.waitFor();
    await post(testEvent(2, { name: "hover", surface: "hover" }));
    await region.getByText("Other event").waitFor();
    await expect.poll(() => region.getByRole("definition").allTextContents()).toEqual(["1"]);
    await expect.poll(() => allWell.count()).toBe(0);
  });

  it("shows the first new actions, and all of them when asked", async () => {
    const names = Array.from({ length: 8 }, (_, n) => `a.run${n}`);
    await post(...names.map((name, n) => testEvent(n, { name })));
    await open();
    const region = tested.page.getByRole("region", { name: "New in this range" });
    const links = region.getByRole("link");
    await expect.poll(() => links.count()).toBe(6);
    await region.getByRole("button", { name: "2 more" }).click();
    await expect.poll(async () => (await links.allTextContents()).toSorted()).toEqual(names);
    await expect.poll(() => region.getByRole("button").count()).toBe(0);
  });

  it("keeps what it shows when the instance does not answer, and says so", async () => {
    await post(testEvent(1));
    await open();
    await actionRow("git.blame.toggle").first().waitFor();
    tested.expectComplaints(/ERR_FAILED/);
    await tested.page.route("**/overview*", (route) => route.abort());
    await tested.page.getByRole("radio", { name: "Last 30 days" }).check();
    await tested.page.getByRole("alert").filter({ hasText: "does not answer" }).waitFor();
    expect(await actionRow("git.blame.toggle").count()).toBeGreaterThan(0);
    await tested.page.unroute("**/overview*");
    await tested.page.getByRole("button", { name: "Try again" }).click();
    await tested.page.getByRole("alert").waitFor({ state: "detached" });
  });
});

describe("the page of an action", () => {
  it("is a link away, knows since when there is any, and what is stored of it", async () => {
    const before = tested.now() - 10 * dayMs;
    const name = "a/b.run";
    await tested.store.append(
      delivery([record(1, { name, occurredAt: before, clientTime: before, arguments: "{}" })]),
    );
    await post(testEvent(2, { name }));
    await open();
    const { page } = tested;
    await actionRow(name).last().getByRole("link").click();
    await page.getByRole("heading", { name, level: 2 }).waitFor();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/analytics/actions/a%2Fb.run");
    await expect.poll(() => page.title()).toBe("a/b.run · Action Telemetry");
    await page.getByText("stored with some events").waitFor();
    await page.reload();
    await page.getByRole("button", { name: /^Executions 1 / }).waitFor();
    await page.getByRole("link", { name: "All actions" }).click();
    await actionRow(name).first().waitFor();
  });

  it("begins a long name in its first line", async () => {
    await tested.reopen({ viewport: { width: 360, height: 740 } });
    await open(`/actions/${"a".repeat(128)}`);
    const heading = tested.page.getByRole("heading", { level: 2, name: "aaaa" });
    const isInFirstLine = () =>
      heading.evaluate((element) => {
        const text = document.createRange();
        text.selectNodeContents(element);
        const first = [...text.getClientRects()].find(({ width }) => width > 0);
        const { top } = element.getBoundingClientRect();
        const line = parseFloat(getComputedStyle(element).lineHeight);
        return first !== undefined && first.top - top < line;
      });
    await expect.poll(isInFirstLine).toBe(true);
  });

  it("says of an action that was never run that it is not known", async () => {
    await open("/actions/never.run");
    await tested.page.getByText("Nobody has ever run an action of this ID here.").waitFor();
    await expect.poll(() => executions(0)).toBe(1);
  });
});
