import process from "node:process";
import { isDeepStrictEqual } from "node:util";
import type { Page } from "playwright";
import { afterAll, describe, expect, it } from "vitest";
import type { EventStore } from "../store/EventStore.ts";
import { openPostgresStore } from "../store/postgres/openPostgresStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testNow } from "../testing/batches.ts";
import { openTestStore } from "../testing/clickhouse/openTestStore.ts";
import { startClickHouse } from "../testing/clickhouse/startClickHouse.ts";
import { lacksPostgres, postgresNote } from "../testing/findPostgres.ts";
import { seedStore } from "../testing/seedStore.ts";
import { serveCollector } from "../testing/serveCollector.ts";
import { startPostgres } from "../testing/startPostgres.ts";
import { testPage } from "../testing/testPage.ts";

const collector = { clock: { now: () => testNow } };

async function fill(store: EventStore): Promise<EventStore> {
  await seedStore(store, { now: testNow, days: 62, visits: 3 });
  return store;
}

const tested = testPage({ collector, openStore: () => fill(openSqliteStore(":memory:")) });

/** The views, each with a selector of what is there once it is whole. */
const views = [
  ["?range=30d", "table.actions"],
  ["?range=90d&surface=hover&unit=week", "table.actions"],
  ["/actions/git.blame.open?range=30d", ".facts"],
  ["/live?find=git", ".events li"],
  ["/instance?range=30d", ".health"],
] as const;

async function openView(page: Page, url: string, path: string, part: string): Promise<void> {
  await page.goto(`${url}/analytics${path}`);
  await page.locator(part).first().waitFor();
  await page.getByRole("status").filter({ hasText: "Live" }).waitFor();
}

/** Everything that the open view says, what is folded included. */
const read = (page: Page) =>
  page.locator("main").evaluate((main) => {
    // Fields of an event are there once it is opened.
    for (const event of main.querySelectorAll<HTMLDetailsElement>(".events details")) {
      event.open = true;
    }
    const parts = main.querySelectorAll("th, td, dt, dd, summary, button");
    return Array.from(parts, ({ textContent }) => textContent);
  });

const ended: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ended.toReversed()) await end();
});

/** Which views of another store with the same events come to show what they show of SQLite; it throws at the first that does not. */
async function compareViews(store: EventStore): Promise<readonly string[]> {
  ended.push(() => store.close());
  await fill(store);
  const { page, pageDirectory, url } = tested;
  const served = await serveCollector({ store, pageDirectory, ...collector });
  ended.push(() => served.close());
  const other = await page.context().newPage();
  for (const [path, part] of views) {
    await Promise.all([openView(page, url, path, part), openView(other, served.url, path, part)]);
    const shown = async () => ({ path, sqlite: await read(page), other: await read(other) });
    // Some parts come later than others. Each says something: nothing would be the same, too.
    await expect
      .poll(shown)
      .toSatisfy((said) => said.sqlite.length > 20 && isDeepStrictEqual(said.other, said.sqlite));
  }
  return views.map(([path]) => path);
}

describe("the page", { timeout: 300_000 }, () => {
  it.skipIf(lacksPostgres)(
    `shows of PostgreSQL what it shows of SQLite${postgresNote}`,
    async () => {
      const server = await startPostgres();
      ended.push(() => server.remove());
      expect(await compareViews(await openPostgresStore(server.url))).toHaveLength(views.length);
    },
  );

  // Slow: each of some hundred deliveries is a part of its own to the engine.
  it.runIf(process.env["PAGE_ON_CLICKHOUSE"] !== undefined)(
    "shows of ClickHouse what it shows of SQLite",
    async () => {
      const server = await startClickHouse();
      ended.push(() => server.remove());
      expect(await compareViews(await openTestStore([server]))).toHaveLength(views.length);
    },
  );
});
