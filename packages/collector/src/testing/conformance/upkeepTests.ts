import { expect } from "vitest";
import { dayMs } from "../../time/calendar.ts";
import { testEventId, testNow } from "../batches.ts";
import { keptError } from "../keptError.ts";
import { actions, delivery, record } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

/** What a store must do as it grows old. */
export const upkeepTests: readonly StoreTest[] = [
  {
    title: "deletes old events and keeps their counts",
    async run(store) {
      const old = { receivedAt: testNow - 3 * dayMs };
      await store.append(delivery([record(1, { occurredAt: old.receivedAt })], old));
      await store.append(delivery([record(2)]));
      expect(await store.prune(testNow - dayMs)).toBe(1);
      expect((await store.latest(10)).map(({ id }) => id)).toEqual([testEventId(2)]);
      expect(await store.totals(actions)).toMatchObject({ executions: 2 });
    },
  },
  {
    title: "keeps the first ping of a week, and what became of sending it",
    async run(store) {
      expect(await store.ping(4)).toBeUndefined();
      expect(await store.keepPing(4, "first")).toEqual({ body: "first" });
      expect(await store.keepPing(4, "second")).toEqual({ body: "first" });
      await store.keepPing(11, "next week");
      await store.notePing(4, { at: testNow, status: 503, text: "" });
      await store.notePing(4, { at: testNow + 1, status: 200, text: "Thank you – ✓" });
      expect(await store.ping(4)).toEqual({
        body: "first",
        answer: { at: testNow + 1, status: 200, text: "Thank you – ✓" },
      });
      expect(await store.ping(11)).toEqual({ body: "next week" });
    },
  },
  {
    title: "erases a person for good: events, counts of users, and whatever is sent again",
    async run(store) {
      await store.append(delivery([record(1), record(2, { name: "b.run" })]));
      await store.append(delivery([record(3)], { anonymizedUserId: "user-2" }));
      expect(await store.totals(actions)).toMatchObject({ executions: 3, users: 2 });
      expect(await store.erase("user-1")).toBe(2);
      expect((await store.latest(10)).map(({ id }) => id)).toEqual([testEventId(3)]);
      expect(await store.totals(actions)).toMatchObject({ executions: 3, users: 1 });
      expect(await store.append(delivery([record(1), record(4)]))).toEqual({
        accepted: 0,
        duplicates: 2,
      });
      expect(await store.latest(10)).toHaveLength(1);
      expect(await store.totals(actions)).toMatchObject({ executions: 3, users: 1 });
      expect(await store.erase("user-1")).toBe(0);
      expect(await store.erase("nobody")).toBe(0);
      expect(await store.append(delivery([record(5)], { anonymizedUserId: "user-3" }))).toEqual({
        accepted: 1,
        duplicates: 0,
      });
      expect(await store.totals(actions)).toMatchObject({ executions: 4, users: 2 });
    },
  },
  {
    title: "keeps the last thousand error reports, each once, newest first",
    async run(store) {
      for (let number = 0; number < 1003; number += 1) {
        await store.keepError(testNow + number, keptError(number));
      }
      await store.keepError(testNow + 2000, keptError(1002));
      expect(await store.errors(2)).toEqual([
        { ...keptError(1002), receivedAt: testNow + 1002 },
        { ...keptError(1001), receivedAt: testNow + 1001 },
      ]);
      const all = await store.errors(5000);
      expect(all).toHaveLength(1000);
      expect(all.at(-1)?.id).toBe(keptError(3).id);
    },
  },
  {
    title: "answers for an empty period with nothing",
    async run(store) {
      expect(await store.totals(actions)).toEqual({
        executions: 0,
        users: 0,
        names: 0,
        synthetic: 0,
      });
      expect(await store.series(actions)).toEqual([]);
      expect(await store.latest(10)).toEqual([]);
    },
  },
  {
    title: "says that it is well, and that it is not once it is closed",
    async run(store) {
      await expect(store.check()).resolves.toBeUndefined();
      await store.close();
      await expect(store.check()).rejects.toThrow(/./);
      await expect(store.append(delivery([record(1)]))).rejects.toThrow(/./);
    },
  },
];
