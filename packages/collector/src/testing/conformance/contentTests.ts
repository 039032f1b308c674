import { expect } from "vitest";
import { testEventId, testNow } from "../batches.ts";
import { actions, delivery, record } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

/** What a store must give back, and how often. */
export const contentTests: readonly StoreTest[] = [
  {
    title: "gives back every field of an event",
    async run(store) {
      const event = record(1, {
        trigger: "keyboard",
        alt: true,
        trusted: false,
        arguments: '{"lines":12}',
        outcome: "failed",
        durationMs: 12.5,
        of: testEventId(9),
        clientTime: testNow - 5,
        occurredAt: testNow - 3,
        clock: "past",
      });
      const { events: _, tallies: __, ...common } = delivery([]);
      await store.append(delivery([event]));
      expect(await store.latest(10)).toEqual([{ ...event, ...common }]);
    },
  },
  {
    title: "keeps absent fields absent",
    async run(store) {
      const { surface: _, ...event } = record(1);
      await store.append(delivery([event]));
      const [stored] = await store.latest(1);
      expect(stored).not.toHaveProperty("surface");
      expect(stored).not.toHaveProperty("trigger");
      expect(stored).not.toHaveProperty("arguments");
    },
  },
  {
    title: "stores an event once, however often and however mixed it is sent",
    async run(store) {
      const first = await store.append(delivery([record(1), record(2)]));
      const again = await store.append(delivery([record(2), record(1)]));
      const mixed = await store.append(delivery([record(2), record(3), record(3)]));
      expect([first, again, mixed]).toEqual([
        { accepted: 2, duplicates: 0 },
        { accepted: 0, duplicates: 2 },
        { accepted: 1, duplicates: 2 },
      ]);
      expect(await store.totals(actions)).toMatchObject({ executions: 3, users: 1 });
      expect(await store.latest(10)).toHaveLength(3);
    },
  },
  {
    title: "stores an event once when copies arrive at the same time",
    async run(store) {
      const events = Array.from({ length: 50 }, (_, index) => record(index));
      const results = await Promise.all(
        Array.from({ length: 10 }, () => store.append(delivery(events))),
      );
      expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(50);
      expect(results.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(450);
      expect(await store.totals(actions)).toMatchObject({ executions: 50 });
    },
  },
  {
    title: "keeps events of two users apart that carry the same ID",
    async run(store) {
      await store.append(delivery([record(1)]));
      const other = await store.append(delivery([record(1)], { anonymizedUserId: "user-2" }));
      expect(other).toEqual({ accepted: 1, duplicates: 0 });
      expect(await store.totals(actions)).toMatchObject({ executions: 2, users: 2 });
    },
  },
  {
    title: "lets the first of two events with one ID stand",
    async run(store) {
      await store.append(delivery([record(1, { name: "first" })]));
      await store.append(delivery([record(1, { name: "second" })]));
      expect((await store.latest(2)).map((event) => event.name)).toEqual(["first"]);
    },
  },
  {
    title: "takes names that mean something to JavaScript or SQL for what they are",
    async run(store) {
      const names = ["constructor", "toString", "__proto__", "x'; DROP TABLE event; --", "%_"];
      await store.append(delivery(names.map((name, n) => record(n, { name }))));
      const rows = await store.breakdown(actions, "name");
      expect(rows.map(({ key }) => key).toSorted()).toEqual(names.toSorted());
      expect(rows.every(({ executions }) => executions === 1)).toBe(true);
    },
  },
];
