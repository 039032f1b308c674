import { describe, expect, it } from "vitest";
import { testNow } from "../../testing/batches.ts";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { bucketOf, dayMs } from "../../time/calendar.ts";
import { delivery, record } from "../../testing/conformance/storeRecords.ts";
import type { EventStore } from "../EventStore.ts";
import type { Selection } from "../Selection.ts";
import { openPostgresStore } from "./openPostgresStore.ts";
import { parsePostgresURL } from "./parsePostgresURL.ts";
import { PostgresConnections, type Runner } from "./PostgresConnections.ts";
import { PostgresReader } from "./PostgresReader.ts";

const last = bucketOf("day", testNow);
const year: Selection = {
  period: { unit: "day", first: last - 364, last },
  kind: "action",
};

/** What the page asks at once of a year. */
function askOverview(reader: PostgresReader): Promise<unknown> {
  return Promise.all([
    reader.series(year),
    reader.totals(year),
    ...(["name", "surface", "trigger", "source", "platform"] as const).map((dimension) =>
      reader.breakdown(year, dimension),
    ),
    reader.completions(year),
    reader.tallies(year.period),
  ]);
}

interface Plan {
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly Plans?: readonly Plan[];
}

/** How many rows of tables a plan has read, those that grow with the number of facets aside. */
function rowsRead(plan: Plan): number {
  const isOfFacets = plan["Relation Name"] === "facet";
  const own =
    plan.Plans === undefined && !isOfFacets ? plan["Actual Rows"] * plan["Actual Loops"] : 0;
  return (plan.Plans ?? []).reduce((sum, below) => sum + rowsRead(below), own);
}

/** The same action by some people on 60 days. */
async function fill(store: EventStore, first: number): Promise<void> {
  for (let user = 0; user < 10; user += 1) {
    const events = Array.from({ length: 120 }, (_, n) =>
      record(first + user * 200 + n, {
        name: `action.${n % 7}`,
        occurredAt: testNow - (n % 60) * dayMs,
      }),
    );
    await store.append(delivery(events, { anonymizedUserId: `user-${first + user}` }));
  }
}

describe.skipIf(lacksPostgres)(`The overview of a year${postgresNote}`, () => {
  const server = usePostgres();

  it("reads as many rows for twice as many events and people", async () => {
    const url = await server().createSchema();
    const address = parsePostgresURL(url);
    if (!address.ok) throw new Error(address.error);
    const store = await openPostgresStore(url);
    const connections = new PostgresConnections(address.value);
    const runner = connections.for("read");

    /** The rows that the server reads to answer, by the plans that it really took. */
    const measure = async (): Promise<number> => {
      await store.prune(0);
      let rows = 0;
      const explaining: Runner = {
        ...runner,
        async rows(sql, values) {
          const [explained] = await runner.rows<{ "QUERY PLAN": readonly [{ Plan: Plan }] }>(
            `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
            values,
          );
          rows += explained === undefined ? 0 : rowsRead(explained["QUERY PLAN"][0].Plan);
          return runner.rows(sql, values);
        },
      };
      await askOverview(new PostgresReader(explaining));
      return rows;
    };
    await fill(store, 0);
    const few = await measure();
    // A row for each day of one dimension, and for few longer buckets of the others: fewer than there are events.
    expect(few).toBeGreaterThan(60);
    expect(few).toBeLessThan(400);
    await fill(store, 100_000);
    expect(await measure()).toBe(few);
    await Promise.all([store.close(), connections.close()]);
  });
});
