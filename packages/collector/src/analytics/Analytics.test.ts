import { completionEventName } from "@action-telemetry/event-schema";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AnalyticsQuery, defaultQuery } from "../query/AnalyticsQuery.ts";
import { units } from "../query/timeRanges.ts";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testEventId, testNow } from "../testing/batches.ts";
import { dayMs } from "../time/calendar.ts";
import { Analytics } from "./Analytics.ts";

let store: EventStore;
let analytics: Analytics;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  analytics = new Analytics(store, { now: () => testNow });
});
afterEach(() => store.close());

const ago = (days: number) => ({
  occurredAt: testNow - days * dayMs,
  clientTime: testNow - days * dayMs,
});
const ask = (changes: Partial<AnalyticsQuery>): AnalyticsQuery => ({ ...defaultQuery, ...changes });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("The overview", () => {
  it("tells new actions from old, and those that have vanished", async () => {
    await store.append(
      delivery([
        record(1, { name: "old.run", ...ago(200) }),
        record(2, { name: "old.run", ...ago(1) }),
        record(3, { name: "gone.run", ...ago(10) }),
        record(4, { name: "new.run", ...ago(2) }),
        record(5, { name: "new.run" }),
        record(6, { name: "long.gone", ...ago(90) }),
      ]),
    );
    const { newActions, vanishedActions } = await analytics.overview(ask({ range: "7d" }));
    expect(newActions).toEqual([{ id: "new.run", since: "2026-11-20", executions: 2 }]);
    expect(vanishedActions).toEqual([{ id: "gone.run", last: "2026-11-12", executions: 1 }]);
  });

  it("answers for what passes a filter alone, and for nothing before when that is not wanted", async () => {
    await store.append(delivery([record(1), record(2, { surface: "palette" })]));
    await store.append(
      delivery([record(3, { surface: "palette", ...ago(8) })], { anonymizedUserId: "user-2" }),
    );
    const filter = { surface: "palette" };
    const filtered = await analytics.overview(ask({ range: "7d", filter }));
    expect(filtered.totals).toMatchObject({ executions: 1, users: 1 });
    expect(filtered.surfaces.map(({ key }) => key)).toEqual(["palette"]);
    expect(filtered.comparison?.before.totals).toMatchObject({ executions: 1, users: 1 });
    const alone = await analytics.overview(ask({ range: "7d", filter, hasComparison: false }));
    expect([alone.previous, alone.comparison]).toEqual([null, null]);
  });

  it("counts people once a day, once a week and once a month", async () => {
    const days = [0, 1, 2, 8, 15];
    await store.append(delivery(days.map((day, n) => record(n, ago(day)))));
    await store.append(delivery([record(9, ago(6))], { anonymizedUserId: "user-2" }));
    const { users: daily } = await analytics.users(ask({ range: "30d" }));
    const { users: weekly } = await analytics.users(ask({ range: "30d", unit: "week" }));
    const { users: monthly } = await analytics.users(ask({ range: "30d", unit: "month" }));
    expect([sum(daily), sum(weekly), sum(monthly)]).toEqual([6, 4, 2]);
    const { active } = await analytics.overview(ask({ range: "30d" }));
    expect(active).toEqual({ on: "2026-11-22", day: 1, week: 2, month: 2, over: [] });
    const until = async (to: string) => {
      const { active: some } = await analytics.overview(ask({ range: { from: "2026-09-01", to } }));
      return [some.on, ...some.over];
    };
    expect(await until("2026-11-21")).toEqual(["2026-11-21", "day"]);
    expect(await until("2026-11-14")).toEqual(["2026-11-14", "day", "week"]);
    expect(await until("2026-10-30")).toEqual(["2026-10-30", "day", "week", "month"]);
    expect(await until("2026-12-31")).toEqual(["2026-11-22"]);
  });
});

describe("A trend", () => {
  it("is of what is over, in numbers of as many days each", async () => {
    const days = Array.from({ length: 90 }, (_, n) => record(n, ago(n)));
    await store.append(delivery([...days, record(91), record(92)]));
    const trendOf = async (range: AnalyticsQuery["range"]) =>
      (await analytics.actions(ask({ range }))).actions[0]?.trend;
    expect(await trendOf("7d")).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await trendOf("90d")).toEqual(Array(44).fill(2));
    expect(await trendOf({ from: "2026-11-16", to: "2026-11-30" })).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe("What is not over", () => {
  it("is told from what is, and from what is to come", async () => {
    const progressOf = async (query: Partial<AnalyticsQuery>) => {
      const { complete, begun, buckets } = await analytics.users(ask(query));
      return [complete, begun, buckets.length];
    };
    expect(await progressOf({ range: "7d" })).toEqual([6, 7, 7]);
    expect(await progressOf({ range: "24h" })).toEqual([23, 24, 24]);
    const days = { from: "2026-11-21", to: "2026-11-25" };
    expect(await progressOf({ range: days })).toEqual([1, 2, 5]);
    expect(await progressOf({ range: days, unit: "month" })).toEqual([0, 1, 1]);
    const over = { from: "2026-11-19", to: "2026-11-21" };
    expect(await progressOf({ range: over })).toEqual([3, 3, 3]);
    const toCome = { from: "2026-12-01", to: "2026-12-05" };
    expect(await progressOf({ range: toCome })).toEqual([0, 0, 5]);
  });

  it("is compared with nothing where nothing is over", async () => {
    const today = { from: "2026-11-22", to: "2026-11-22" };
    const { previous, comparison } = await analytics.overview(ask({ range: today, unit: "day" }));
    expect([previous?.executions, comparison]).toEqual([[0], null]);
    const { vanishedActions } = await analytics.overview(ask({ range: today, unit: "day" }));
    expect(vanishedActions).toEqual([]);
  });
});

describe("The page of an action", () => {
  it("says how it is used, how it ends, since when, and whether arguments are kept", async () => {
    const ending = { name: completionEventName, kind: "event", surface: "toolbar" } as const;
    await store.append(
      delivery([
        record(1, { name: "a/b.run", ...ago(20), arguments: "{}" }),
        record(2, { name: "a/b.run" }),
        record(3, { ...ending, of: testEventId(2), outcome: "succeeded", durationMs: 100 }),
        record(4, { name: "other.run" }),
      ]),
    );
    const answer = await analytics.action("a/b.run", ask({ range: "7d" }));
    expect(answer).toMatchObject({
      totals: { executions: 1, users: 1 },
      surfaces: [{ key: "toolbar", executions: 1 }],
      endings: { succeeded: 1, failed: 0, successRate: 1 },
      known: { first: "2026-11-02", last: "2026-11-22", hasArguments: true },
    });
    expect(answer.endings?.p95Ms).toBeGreaterThanOrEqual(100);
    const { endings, known } = await analytics.action("other.run", ask({ range: "7d" }));
    expect([endings, known?.hasArguments]).toEqual([null, false]);
  });

  it("of an action that was never run says so", async () => {
    expect(await analytics.action("never.run", defaultQuery)).toMatchObject({
      totals: { executions: 0 },
      known: null,
    });
  });
});

describe("Days", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const initial = process.env["TZ"];
  afterEach(() => {
    if (initial === undefined) delete process.env["TZ"];
    else process.env["TZ"] = initial;
  });

  it("are those of UTC in whatever time zone the collector runs, and add up to the total", async () => {
    const hours = fc.uniqueArray(fc.integer({ min: -13, max: 24 * 500 }), { maxLength: 12 });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...zones), hours, async (zone, ages) => {
        process.env["TZ"] = zone;
        const name = `zone.${(n += 1)}`;
        const filter = { action: name };
        const times = ages.map((age) => testNow - age * 3_600_000 + (age % 7) * 600_000);
        const events = times.map((time, index) =>
          record(n * 100 + index, { name, occurredAt: time, clientTime: time }),
        );
        await store.append(delivery(events));
        const range = { from: "2025-01-01", to: "2026-12-31" };
        for (const unit of units.filter(
          (candidate) => candidate !== "hour" && candidate !== "day",
        )) {
          const { executions, totals } = await analytics.overview(ask({ range, filter, unit }));
          expect([sum(executions), totals.executions]).toEqual([times.length, times.length]);
        }
        const days = { from: "2026-01-01", to: "2026-11-23" };
        const { series, buckets } = await analytics.executions(
          ask({ range: days, filter, unit: "day" }),
          "all",
        );
        const perDay = series[0]?.executions ?? [];
        const within = times.map((time) => new Date(time).toISOString().slice(0, 10));
        expect(perDay).toEqual(buckets.map((day) => within.filter((own) => own === day).length));
      }),
      { numRuns: 300 },
    );
  });
});
