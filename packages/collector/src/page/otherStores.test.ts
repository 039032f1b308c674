import process from "node:process";
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

/** Everything that the views say, what is folded included. */
async function readViews(url: string): Promise<readonly (readonly string[])[]> {
  const { page } = tested;
  const texts = [];
  for (const [path, part] of views) {
    await page.goto(`${url}/analytics${path}`);
    await page.locator(part).first().waitFor();
    await page.getByRole("status").filter({ hasText: "Live" }).waitFor();
    texts.push([
      path,
      ...(await page.locator("main :is(th, td, dt, dd, summary, button)").allTextContents()),
    ]);
  }
  return texts;
}

const ended: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ended.toReversed()) await end();
});

/** What is shown of SQLite, and of another store with the same events. */
async function readBoth(store: EventStore) {
  ended.push(() => store.close());
  await fill(store);
  const { pageDirectory } = tested;
  const served = await serveCollector({ store, pageDirectory, ...collector });
  ended.push(() => served.close());
  const shown = await readViews(tested.url);
  // Each says something: nothing would be the same, too.
  expect(shown.map(({ length }) => length > 20)).toEqual(views.map(() => true));
  return { shown, other: await readViews(served.url) };
}

describe("the page", { timeout: 90_000 }, () => {
  it.skipIf(lacksPostgres)(
    `shows of PostgreSQL what it shows of SQLite${postgresNote}`,
    async () => {
      const server = await startPostgres();
      ended.push(() => server.remove());
      const { shown, other } = await readBoth(await openPostgresStore(server.url));
      expect(other).toEqual(shown);
    },
  );

  // Slow: each of some hundred deliveries is a part of its own to the engine.
  it.runIf(process.env["PAGE_ON_CLICKHOUSE"] !== undefined)(
    "shows of ClickHouse what it shows of SQLite",
    async () => {
      const server = await startClickHouse();
      ended.push(() => server.remove());
      const { shown, other } = await readBoth(await openTestStore([server]));
      expect(other).toEqual(shown);
    },
  );
});
