import { expect } from "vitest";
import { Analytics } from "../../analytics/Analytics.ts";
import { type AnalyticsQuery, defaultQuery } from "../../query/AnalyticsQuery.ts";
import { testNow } from "../batches.ts";
import type { EventStore } from "../../store/EventStore.ts";
import { delivery, record } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

/** Within an hour, a day, a week and a month. */
const now = testNow + 34 * 60_000;

/** Who did what, at which moments. */
type Deeds = readonly (readonly [user: string, name: string, times: readonly string[]])[];

async function append(store: EventStore, deeds: Deeds): Promise<void> {
  let serial = 0;
  for (const [anonymizedUserId, name, times] of deeds) {
    const events = times.map((time) => {
      const occurredAt = Date.parse(time);
      return record((serial += 1), { name, occurredAt, clientTime: occurredAt });
    });
    // Nothing is received before it happened.
    const receivedAt = Math.max(...events.map(({ occurredAt }) => occurredAt));
    await store.append(delivery(events, { anonymizedUserId, receivedAt }));
  }
}

const ask = (store: EventStore, range: AnalyticsQuery["range"]) =>
  new Analytics(store, { now: () => now }).overview({ ...defaultQuery, range });

/** Executions and users of a comparison: of the range, as far as it is over, and before it. */
async function comparedIn(store: EventStore, range: AnalyticsQuery["range"]) {
  const { totals, comparison } = await ask(store, range);
  if (comparison === null) return undefined;
  return [totals, comparison.totals, comparison.before.totals].map(({ executions, users }) => [
    executions,
    users,
  ]);
}

/** What is compared with the period before, while a range goes on. */
export const comparisonTests: readonly StoreTest[] = [
  {
    title: "compares the days of a range that are over with as many before, nobody counted twice",
    async run(store) {
      await append(store, [
        ["user-1", "a.run", ["2026-11-16T00:00Z", "2026-11-21T23:59Z", "2026-11-22T00:00Z"]],
        ["user-2", "a.run", ["2026-11-22T11:00Z", "2026-11-22T12:00Z"]],
        ["user-3", "a.run", ["2026-11-09T00:00Z", "2026-11-14T23:59Z"]],
        ["user-1", "a.run", ["2026-11-10T09:00Z", "2026-11-15T09:00Z"]],
        ["user-4", "a.run", ["2026-11-08T23:59Z", "2026-11-15T00:00Z"]],
      ]);
      expect(await comparedIn(store, "7d")).toEqual([
        [5, 2],
        [2, 1],
        [3, 2],
      ]);
      // The same days, once they are over.
      expect(await comparedIn(store, { from: "2026-11-09", to: "2026-11-15" })).toEqual([
        [5, 3],
        [5, 3],
        [1, 1],
      ]);
    },
  },
  {
    title: "compares the hours of a range that are over with as many before",
    async run(store) {
      await append(store, [
        ["user-1", "a.run", ["2026-11-21T13:00Z", "2026-11-22T11:59Z", "2026-11-22T12:10Z"]],
        ["user-2", "a.run", ["2026-11-22T12:30Z"]],
        ["user-2", "a.run", ["2026-11-20T13:00Z", "2026-11-21T11:59Z", "2026-11-21T12:10Z"]],
        ["user-3", "a.run", ["2026-11-20T12:59Z", "2026-11-21T12:59Z"]],
      ]);
      expect(await comparedIn(store, "24h")).toEqual([
        [4, 2],
        [2, 1],
        [2, 1],
      ]);
    },
  },
  {
    title:
      "compares the months of a range up to the last day that is over with the same of the year before",
    async run(store) {
      await append(store, [
        ["user-1", "a.run", ["2025-12-01T00:00Z", "2026-06-30T09:00Z", "2026-11-21T23:59Z"]],
        ["user-2", "a.run", ["2026-11-22T00:00Z"]],
        ["user-3", "a.run", ["2024-12-01T00:00Z", "2025-11-21T23:59Z", "2025-11-22T00:00Z"]],
        ["user-4", "a.run", ["2024-11-30T23:59Z", "2025-11-30T23:59Z"]],
      ]);
      expect(await comparedIn(store, "12m")).toEqual([
        [4, 2],
        [3, 1],
        [2, 1],
      ]);
    },
  },
  {
    title: "compares single actions alike, and calls none vanished that may still be run",
    async run(store) {
      await append(store, [
        ["user-1", "rising.run", ["2026-11-14T09:00Z", "2026-11-20T09:00Z", "2026-11-20T10:00Z"]],
        ["user-1", "today.run", ["2026-11-22T09:00Z"]],
        ["user-1", "sundays.run", ["2026-11-15T09:00Z"]],
        ["user-1", "gone.run", ["2026-11-13T09:00Z"]],
      ]);
      const analytics = new Analytics(store, { now: () => now });
      const { actions } = await analytics.actions(defaultQuery);
      expect(actions.map(({ id, executions, comparison }) => [id, executions, comparison])).toEqual(
        [
          ["rising.run", 2, { executions: 2, before: 1 }],
          ["today.run", 1, { executions: 0, before: 0 }],
        ],
      );
      // Whatever the range, its actions add up to it, as far as it is compared.
      for (const range of [
        "24h",
        "30d",
        "12m",
        { from: "2026-11-16", to: "2026-11-20" },
      ] as const) {
        const { comparison } = await ask(store, range);
        const rows = (await analytics.actions({ ...defaultQuery, range })).actions;
        const compared = rows.reduce((sum, row) => sum + (row.comparison?.executions ?? 0), 0);
        expect([range, compared]).toEqual([range, comparison?.totals.executions]);
      }
      const { newActions, vanishedActions } = await ask(store, "7d");
      expect(newActions.map(({ id }) => id)).toEqual(["today.run"]);
      expect(vanishedActions.map(({ id }) => id)).toEqual(["gone.run"]);
    },
  },
];
