import { type Browser, type BrowserContextOptions, type Page, chromium } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { TelemetryEvent } from "@action-telemetry/event-schema";
import type { CollectorOptions } from "../collector/CollectorOptions.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testNow } from "./batches.ts";
import { buildPage } from "./buildPage.ts";
import { type ServedCollector, serveCollector } from "./serveCollector.ts";

/** The analytics page in a real browser, before a collector with a store; new ones for every test unless it says so. */
export interface PageUnderTest {
  readonly page: Page;
  readonly store: EventStore;
  /** Where the collector is. */
  readonly url: string;
  /** Where the page's files are, for another collector to serve. */
  readonly pageDirectory: string;
  /** Everything the browser complained about so far, violations of the security policy included. */
  readonly complaints: readonly string[];
  /** Lets the browser complain so in this test, now or later: nothing else may be there at its end. */
  expectComplaints(pattern: RegExp): void;
  /** Starts over with another context. */
  reopen(options: BrowserContextOptions): Promise<void>;
  /** The time by the collector's clock, unless the test gave it another: it begins at noon, so that no test sees midnight. */
  now(): number;
  /** Sends events as a client does, all of them happening now. */
  post(...events: readonly TelemetryEvent[]): Promise<void>;
  /** Opens an address below the page's and waits until it is live. */
  open(path?: string): Promise<void>;
}

/** What {@link testPage} works with. */
export interface PageTestOptions {
  /** More about the collector, and other than by default. */
  readonly collector?: Partial<CollectorOptions>;
  /** Whether the browser may complain so in any of the tests. */
  readonly isExpected?: (complaint: string) => boolean;
  /** Opens and fills one store, of which all tests of the file only read; by default each has an empty one of its own. */
  readonly openStore?: () => Promise<EventStore>;
}

const startedAt = Date.now();
const now = () => testNow + Date.now() - startedAt;

/** Builds the page once, and gives every test of a file its own browser context, and what it stores in its own collector. */
export function testPage(options: PageTestOptions = {}): PageUnderTest {
  const { collector, isExpected, openStore } = options;
  let pageDirectory: string;
  let browser: Browser;
  let served: ServedStore;
  let opened: OpenedPage;
  const serve = async (store: EventStore) => {
    served = {
      store,
      ...(await serveCollector({ store, pageDirectory, clock: { now }, ...collector })),
    };
  };
  beforeAll(async () => {
    pageDirectory = await buildPage();
    browser = await launchChromium();
    if (openStore !== undefined) await serve(await openStore());
  });
  afterAll(async () => {
    await browser.close();
    if (openStore !== undefined) await stop(served);
  });
  beforeEach(async () => {
    if (openStore === undefined) await serve(openSqliteStore(":memory:"));
    opened = await openPage(browser);
  });
  afterEach(async () => {
    const complaints = opened.unexpected().filter((complaint) => isExpected?.(complaint) !== true);
    await opened.page.context().close();
    if (openStore === undefined) await stop(served);
    if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join("; ")}`);
  });
  return {
    get page() {
      return opened.page;
    },
    get store() {
      return served.store;
    },
    get url() {
      return served.url;
    },
    get pageDirectory() {
      return pageDirectory;
    },
    get complaints() {
      return opened.complaints;
    },
    async reopen(options) {
      await opened.page.context().close();
      opened = await openPage(browser, options);
    },
    expectComplaints: (pattern) => opened.expect(pattern),
    now,
    post: (...events) => post(served.url, events, now()),
    async open(path = "") {
      await opened.page.goto(`${served.url}/analytics${path}`);
      await opened.page.getByRole("status").filter({ hasText: "Live" }).waitFor();
    },
  };
}

interface ServedStore extends ServedCollector {
  readonly store: EventStore;
}

async function stop({ store, close }: ServedStore): Promise<void> {
  await close();
  await store.close();
}

function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

interface OpenedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
  expect(pattern: RegExp): void;
  /** The complaints that nobody expects. */
  unexpected(): readonly string[];
}

async function openPage(browser: Browser, options?: BrowserContextOptions): Promise<OpenedPage> {
  const page = await (await browser.newContext(options)).newPage();
  // Less than a test may take, so that what was waited for is told.
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (/^(?:error|warning)$/u.test(message.type())) complaints.push(message.text());
  });
  const expected: RegExp[] = [];
  const isExpected = (text: string) => expected.some((pattern) => pattern.test(text));
  return {
    page,
    complaints,
    expect: (pattern) => void expected.push(pattern),
    unexpected: () => complaints.filter((text) => !isExpected(text)),
  };
}

async function post(url: string, events: readonly TelemetryEvent[], now: number): Promise<void> {
  const time = new Date(now).toISOString();
  const current = events.map((event) => ({ ...event, time }));
  const answer = await fetch(`${url}/.api/action-events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(testBatch(current, { sentAt: time })),
  });
  const { accepted } = (await answer.json()) as { readonly accepted?: number };
  if (accepted !== events.length) throw new Error(`The collector answered ${answer.status}.`);
}
