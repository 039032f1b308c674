import axe from "axe-core";
import { type Browser, type Page, chromium } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { writeErrorEnvelope } from "../errors/writeErrorEnvelope.ts";
import { testBatch, testEvent } from "../testing/batches.ts";
import { keptError } from "../testing/keptError.ts";
import {
  type BuiltPage,
  type ServedCollector,
  buildPage,
  serveCollector,
} from "../testing/servePage.ts";

let built: BuiltPage;
let browser: Browser;
beforeAll(async () => {
  built = await buildPage();
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  built.remove();
});

let store: EventStore;
let served: ServedCollector;
let page: Page;
let complaints: string[];
beforeEach(async () => {
  store = openSqliteStore(":memory:");
  served = await serveCollector({ store, pageDirectory: built.directory });
  page = await newPage();
});
afterEach(async () => {
  await page.context().close();
  await served.close();
  await store.close();
  if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join("; ")}`);
});

/** Collects everything the browser complains about, violations of the security policy included. */
async function newPage(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const opened = await context.newPage();
  complaints = [];
  opened.on("pageerror", (error) => complaints.push(error.message));
  opened.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  return opened;
}

async function post(...events: readonly ReturnType<typeof testEvent>[]): Promise<void> {
  const now = new Date().toISOString();
  const current = events.map((event) => ({ ...event, time: now }));
  const answer = await fetch(`${served.url}/.api/action-events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(testBatch(current, { sentAt: now })),
  });
  expect(await answer.json()).toMatchObject({ accepted: events.length, rejected: [] });
}

async function open(query = ""): Promise<void> {
  await page.goto(`${served.url}/analytics${query}`);
  await page.getByRole("status").filter({ hasText: "Live" }).waitFor();
}

const twoSeconds = { timeout: 2000 };
const actionRow = (id: string) => page.getByRole("table").getByRole("row", { name: id });

describe("the analytics page", () => {
  it("tells how to send a first event, and shows it within two seconds", async () => {
    await open();
    await page.getByRole("heading", { name: "Waiting for the first event" }).waitFor();
    await post(testEvent(1));
    await actionRow("git.blame.toggle").waitFor(twoSeconds);
    expect(await page.getByRole("button", { name: /^Executions 1 / }).count()).toBe(1);
  });

  it("shows the next event within two seconds too, in table, totals and last events", async () => {
    await post(testEvent(1));
    await open();
    await actionRow("git.blame.toggle").waitFor();
    await post(testEvent(2, { name: "goToDefinition", surface: "hover" }), testEvent(3));
    await actionRow("goToDefinition").waitFor(twoSeconds);
    await page.getByRole("button", { name: /^Executions 3 / }).waitFor(twoSeconds);
    expect(
      await page.getByRole("list", { name: "Last events" }).getByRole("listitem").count(),
    ).toBe(3);
  });

  it("shows exactly the stored fields of an event", async () => {
    await post(testEvent(1, { trigger: "keyboard", arguments: { lines: 12 } }));
    await open();
    await page.getByRole("list", { name: "Last events" }).getByRole("code").click();
    const terms = await page.getByRole("listitem").getByRole("term").allTextContents();
    expect(terms.join(" ")).toBe(
      "id name time surface trigger arguments source anonymizedUserId sourcegraphURL platform client received counted at",
    );
    await page.getByRole("definition").getByText('{"lines":12}').waitFor();
  });

  it("filters and sorts the actions", async () => {
    const names = ["a.open", "b.open", "c.close", "b.open"];
    await post(...names.map((name, n) => testEvent(n, { name })));
    await open();
    const ids = () =>
      page
        .getByRole("rowheader")
        .filter({ hasText: /^[abc]\./ })
        .allTextContents();
    await actionRow("c.close").waitFor();
    expect(await ids()).toEqual(["b.open", "a.open", "c.close"]);
    await page.getByRole("columnheader", { name: "Action" }).getByRole("button").click();
    expect(await ids()).toEqual(["a.open", "b.open", "c.close"]);
    await page.getByRole("searchbox", { name: "Filter actions by ID" }).fill("OPEN");
    await page.getByText("2 of 3").waitFor();
    expect(await ids()).toEqual(["a.open", "b.open"]);
  });

  it("is read and steered by keyboard alone, with the range in the address", async () => {
    await post(testEvent(1));
    await open();
    const chart = page.getByRole("slider", { name: /Executions per day/ });
    await chart.focus();
    expect(await chart.getAttribute("aria-valuetext")).toMatch(/: 1, the period before 0$/);
    await page.keyboard.press("ArrowLeft");
    expect(await chart.getAttribute("aria-valuetext")).toMatch(/: 0, the period before 0$/);
    await page.getByRole("radio", { name: "Last 7 days" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/range=30d/);
    expect(await page.getByRole("radio", { name: "Last 30 days" }).isChecked()).toBe(true);
    await page.getByText("Show as table").click();
    const table = page.getByRole("table", { name: "Executions per day" });
    await table.getByRole("row").nth(30).waitFor();
  });

  it("shows whatever text it is given as text", async () => {
    const markup = '<img src=x onerror="window.pwned=1">';
    const now = Date.now();
    await store.append({
      receivedAt: now,
      source: markup,
      anonymizedUserId: markup,
      sourcegraphURL: `javascript:${markup}`,
      platform: `"'><script>window.pwned=1</script>`,
      client: { name: markup, version: markup },
      events: [
        {
          id: testEvent(1).id,
          kind: "action",
          name: markup,
          surface: "{{constructor}}",
          alt: false,
          trusted: true,
          arguments: markup,
          clock: "kept",
          clientTime: now,
          occurredAt: now,
        },
      ],
      tallies: [{ kind: "dropped", reason: markup, count: 1 }],
    });
    await open();
    await page.getByRole("list", { name: "Last events" }).getByRole("code").click();
    await page.getByRole("cell", { name: "1", exact: true }).first().waitFor();
    expect(await page.getByText(markup).count()).toBeGreaterThan(5);
    expect(await page.locator("img, main script").count()).toBe(0);
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
    ["dark", 390],
  ] as const)(
    "has no accessibility violation and no overflow, %s at %i",
    async (colorScheme, width) => {
      await page.context().close();
      page = await newPage({
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
      });
      await post(
        testEvent(1),
        testEvent(2, { name: "hover", surface: "hover" }),
        testEvent(3, { surface: "palette" }),
      );
      await post(testEvent(4, { trusted: false }));
      await open();
      await actionRow("git.blame.toggle").waitFor();
      await page.getByText("Show as table").click();
      await page.getByText("What is collected").click();
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

  it("shows the errors that were reported, and all that is known of each", async () => {
    await post(testEvent(1));
    const report = { method: "POST", body: writeErrorEnvelope(keptError(), Date.now()) };
    expect((await fetch(`${served.url}/.api/error-reports`, report)).status).toBe(200);
    await open();
    await page.getByText("Error reports").click();
    const row = page.getByRole("row", { name: "TypeError ← RangeError ← Error" });
    expect(await row.getByRole("cell").allTextContents()).toEqual([
      "assets/inner.js:1:2",
      "git.blame.toggle",
      "app@1.0.0, page on github",
      expect.stringMatching(/^\d\d:\d\d:\d\d$/),
    ]);
  });

  it("shows the ping byte by byte, and that it goes nowhere", async () => {
    await post(testEvent(1));
    await open();
    await page.getByText("What leaves this instance").click();
    const preview = await fetch(`${served.url}/.api/ping/preview`);
    expect(await page.locator("pre").filter({ visible: true }).textContent()).toBe(
      await preview.text(),
    );
    await page.getByText("Nothing. With PING_URL set").waitFor();
  });
});
