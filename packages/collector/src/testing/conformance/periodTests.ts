import { expect } from "vitest";
import { type BucketUnit, bucketOf, bucketStart, dayMs } from "../../time/calendar.ts";
import type { EventStore } from "../../store/EventStore.ts";
import type { Selection } from "../../store/Selection.ts";
import { delivery, record } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

/** Sunday, the first of November 2026: the last day of a week that began in October. */
const sunday = Date.UTC(2026, 10, 1, 23, 59, 59, 999);
const saturday = Date.UTC(2026, 9, 31);
const monday = Date.UTC(2026, 10, 2);

/** One person on every one of these days, others on single ones. */
async function fill(store: EventStore): Promise<void> {
  const days = [saturday - dayMs, saturday, sunday, monday];
  await store.append(delivery(days.map((occurredAt, n) => record(n, { occurredAt }))));
  const once = async (anonymizedUserId: string, n: number, occurredAt: number) =>
    store.append(delivery([record(n, { occurredAt, name: "b.run" })], { anonymizedUserId }));
  await once("user-2", 11, saturday);
  await once("user-3", 12, sunday);
  await once("user-4", 13, monday + 6 * dayMs);
}

function select(unit: BucketUnit, from: number, to: number): Selection {
  return {
    period: { unit, first: bucketOf(unit, from), last: bucketOf(unit, to) },
    kind: "action",
  };
}

/** What a store must count over weeks and months: nobody twice. */
export const periodTests: readonly StoreTest[] = [
  {
    title: "counts a person once in a week, also where a month ends within it",
    async run(store) {
      await fill(store);
      const weeks = select("week", saturday, monday);
      const [first, second] = [bucketOf("week", saturday), bucketOf("week", monday)];
      expect(second).toBe(first + 1);
      expect(await store.series(weeks)).toEqual([
        { bucket: first, executions: 5, users: 3 },
        { bucket: second, executions: 2, users: 2 },
      ]);
      expect(await store.totals(weeks)).toEqual({
        executions: 7,
        users: 4,
        names: 2,
        synthetic: 0,
      });
    },
  },
  {
    title: "counts a person once in a month, also where a week ends outside of it",
    async run(store) {
      await fill(store);
      const months = select("month", saturday, monday);
      expect(await store.series(months)).toEqual([
        { bucket: bucketOf("month", saturday), executions: 3, users: 2 },
        { bucket: bucketOf("month", monday), executions: 4, users: 3 },
      ]);
      expect(await store.totals(months)).toMatchObject({ executions: 7, users: 4 });
    },
  },
  {
    title: "reads whole weeks and months, and nothing of those beside them",
    async run(store) {
      await fill(store);
      expect(await store.series(select("week", monday, monday))).toHaveLength(1);
      expect(await store.totals(select("week", monday, monday))).toMatchObject({ executions: 2 });
      expect(await store.totals(select("month", saturday, saturday))).toMatchObject({ users: 2 });
      expect(await store.series(select("month", monday + 40 * dayMs, monday + 40 * dayMs))).toEqual(
        [],
      );
    },
  },
  {
    title: "splits weeks and months by a dimension",
    async run(store) {
      await fill(store);
      const weeks = select("week", saturday, monday);
      const first = bucketOf("week", saturday);
      expect(await store.seriesBy(weeks, "name")).toEqual([
        { bucket: first, key: "a.run", executions: 3 },
        { bucket: first, key: "b.run", executions: 2 },
        { bucket: first + 1, key: "a.run", executions: 1 },
        { bucket: first + 1, key: "b.run", executions: 1 },
      ]);
      expect(await store.breakdown(select("month", monday, monday), "name")).toEqual([
        { key: "a.run", executions: 2, users: 1 },
        { key: "b.run", executions: 2, users: 2 },
      ]);
      expect(await store.usersOf(weeks, "name", ["a.run", "b.run"])).toBe(4);
      expect(await store.surfacesByName(select("month", saturday, saturday))).toEqual([
        { name: "a.run", surface: "toolbar", executions: 2 },
        { name: "b.run", surface: "toolbar", executions: 1 },
      ]);
    },
  },
  {
    title: "counts the drops of a whole week",
    async run(store) {
      const tallies = [{ kind: "dropped", reason: "queue-full", count: 3 }] as const;
      const received = [saturday - 5 * dayMs, sunday, monday];
      for (const receivedAt of received) await store.append(delivery([], { tallies, receivedAt }));
      const first = bucketOf("week", saturday);
      expect(bucketStart("week", first)).toBe(saturday - 5 * dayMs);
      expect(await store.tallies({ unit: "week", first, last: first })).toEqual([
        { ...tallies[0], count: 6 },
      ]);
    },
  },
];
