import { expect } from "vitest";
import { bucketOf, dayMs, hourMs } from "../../time/calendar.ts";
import { testEventId, testNow } from "../batches.ts";
import { latencyStepOf } from "../../time/latency.ts";
import type { EventRecord } from "../../store/EventRecord.ts";
import type { Selection } from "../../store/Selection.ts";
import { actions, delivery, record } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

/** A completion of an execution. */
function completion(n: number, changes: Partial<EventRecord> = {}): EventRecord {
  return record(n, { of: testEventId(n + 1000), outcome: "succeeded", ...changes });
}

/** What a store must know of how executions ended. */
export const completionTests: readonly StoreTest[] = [
  {
    title: "counts completions by outcome and step of their duration",
    async run(store) {
      const durations = [0, 1, 100, 101, 84_000_000];
      await store.append(
        delivery([
          record(0),
          ...durations.map((durationMs, n) => completion(n + 1, { durationMs })),
          completion(10, { outcome: "failed", durationMs: 100 }),
          completion(11, { outcome: "cancelled" }),
          completion(12, { name: "b.run" }),
        ]),
      );
      const rows = [
        { name: "a.run", outcome: "cancelled", count: 1 },
        { name: "a.run", outcome: "failed", step: latencyStepOf(100), count: 1 },
        { name: "a.run", outcome: "succeeded", step: 0, count: 2 },
        { name: "a.run", outcome: "succeeded", step: latencyStepOf(100), count: 2 },
        { name: "a.run", outcome: "succeeded", step: latencyStepOf(84_000_000), count: 1 },
        { name: "b.run", outcome: "succeeded", count: 1 },
      ];
      expect(await store.completions(actions)).toEqual(rows);
      const hour = bucketOf("hour", testNow);
      const period = { unit: "hour", first: hour, last: hour } as const;
      expect(await store.completions({ ...actions, period })).toEqual(rows);
      expect(await store.totals(actions)).toMatchObject({ executions: 1 });
    },
  },
  {
    title: "counts a completion under what it completes, as far as that is stored",
    async run(store) {
      const ended = (n: number, of: number) =>
        record(n, {
          kind: "event",
          name: "action.completed",
          surface: "elsewhere",
          of: testEventId(of),
          outcome: "succeeded",
        });
      // In the same delivery, and in the one before; of somebody else, and of nothing that is known.
      await store.append(delivery([record(1), record(2, { name: "b.run" }), ended(11, 2)]));
      await store.append(delivery([ended(12, 1), ended(13, 999)]));
      await store.append(delivery([ended(14, 1)], { anonymizedUserId: "user-2" }));
      const hour = bucketOf("hour", testNow);
      for (const period of [actions.period, { unit: "hour", first: hour, last: hour } as const]) {
        expect(await store.completions({ period, kind: "action" })).toEqual([
          { name: "a.run", outcome: "succeeded", count: 1 },
          { name: "b.run", outcome: "succeeded", count: 1 },
        ]);
        expect(await store.completions({ period, kind: "event" })).toEqual([
          { name: "action.completed", outcome: "succeeded", count: 2 },
        ]);
        const filter = { surface: "toolbar" };
        expect(await store.completions({ period, kind: "action", filter })).toHaveLength(2);
      }
    },
  },
  {
    title: "puts every duration into the same step by hours and by days",
    async run(store) {
      const events = Array.from({ length: 300 }, (_, n) =>
        completion(n, { durationMs: 1.06 ** n }),
      );
      // The ends of steps, where rounding could differ.
      const ends = Array.from({ length: 100 }, (_, n) =>
        completion(n + 300, { durationMs: 2 ** (n / 4) }),
      );
      await store.append(delivery([...events, ...ends]));
      const hour = bucketOf("hour", testNow);
      const period = { unit: "hour", first: hour, last: hour } as const;
      expect(await store.completions({ ...actions, period })).toEqual(
        await store.completions(actions),
      );
    },
  },
  {
    title:
      "leaves out what scripts completed, what was sent twice and what lies outside the period",
    async run(store) {
      await store.append(delivery([completion(1), completion(2, { trusted: false })]));
      await store.append(delivery([completion(1)]));
      await store.append(delivery([completion(3, { occurredAt: testNow - 8 * dayMs })]));
      const only = [{ name: "a.run", outcome: "succeeded", count: 1 }];
      expect(await store.completions(actions)).toEqual(only);
      const hour = bucketOf("hour", testNow + hourMs);
      const hours: Selection = {
        period: { unit: "hour", first: hour - 5, last: hour },
        kind: "action",
      };
      expect(await store.completions(hours)).toEqual(only);
      expect(await store.completions({ ...actions, kind: "event" })).toEqual([]);
    },
  },
  {
    title: "keeps completions when their events have grown too old, and when a person is erased",
    async run(store) {
      await store.append(delivery([completion(1, { durationMs: 20 })]));
      const counted = await store.completions(actions);
      await store.prune(testNow + 1);
      await store.erase("user-1");
      expect(await store.latest(10)).toEqual([]);
      expect(await store.completions(actions)).toEqual(counted);
      expect(counted).toHaveLength(1);
    },
  },
];
