import { expect } from "vitest";
import { type Period, bucketOf, dayMs, hourMs } from "../../time/calendar.ts";
import { testEventId, testNow } from "../batches.ts";
import type { EventKind } from "../../store/EventRecord.ts";
import type { EventStore } from "../../store/EventStore.ts";
import type { Selection } from "../../store/Selection.ts";
import { actions, delivery, record, today, week } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

/** What a store must count. */
export const countTests: readonly StoreTest[] = [
  {
    title: "counts executions and distinct users per day",
    async run(store) {
      const yesterday = { occurredAt: testNow - dayMs };
      await store.append(delivery([record(1), record(2), record(3, yesterday)]));
      await store.append(delivery([record(4)], { anonymizedUserId: "user-2" }));
      expect(await store.series(actions)).toEqual([
        { bucket: today - 1, executions: 1, users: 1 },
        { bucket: today, executions: 3, users: 2 },
      ]);
      expect(await store.totals(actions)).toMatchObject({ executions: 4, users: 2 });
    },
  },
  {
    title: "counts executions and distinct users per hour",
    async run(store) {
      const hour = bucketOf("hour", testNow);
      const period: Period = { unit: "hour", first: hour - 23, last: hour };
      await store.append(delivery([record(1), record(2, { occurredAt: testNow - hourMs })]));
      await store.append(delivery([record(3, { occurredAt: testNow - dayMs })]));
      await store.append(delivery([record(4)], { anonymizedUserId: "user-2" }));
      expect(await store.series({ period, kind: "action" })).toEqual([
        { bucket: hour - 1, executions: 1, users: 1 },
        { bucket: hour, executions: 2, users: 2 },
      ]);
    },
  },
  {
    title: "answers alike for a day and for the hours of that day",
    async run(store) {
      const spread = Array.from({ length: 40 }, (_, n) =>
        record(n, {
          name: `action.${n % 3}`,
          surface: n % 2 === 0 ? "toolbar" : "palette",
          trusted: n % 7 !== 0,
          occurredAt: today * dayMs + ((n * 37) % 24) * hourMs,
        }),
      );
      await store.append(delivery(spread.slice(0, 20)));
      await store.append(delivery(spread.slice(20), { anonymizedUserId: "user-2" }));
      const day: Selection = { period: { unit: "day", first: today, last: today }, kind: "action" };
      const hours: Selection = {
        period: { unit: "hour", first: today * 24, last: today * 24 + 23 },
        kind: "action",
      };
      expect(await store.totals(hours)).toEqual(await store.totals(day));
      expect(await store.breakdown(hours, "name")).toEqual(await store.breakdown(day, "name"));
      expect(await store.surfacesByName(hours)).toEqual(await store.surfacesByName(day));
    },
  },
  {
    title: "splits by every dimension",
    async run(store) {
      await store.append(
        delivery([record(1, { trigger: "pointer" }), record(2, { name: "b.run" })]),
      );
      const elsewhere = { anonymizedUserId: "user-2", source: "CODEHOSTINTEGRATION" };
      await store.append(delivery([record(3, { surface: "palette" })], elsewhere));
      const split = (by: Parameters<EventStore["breakdown"]>[1]) =>
        store.breakdown(actions, by).then((rows) => rows.map((row) => Object.values(row)));
      expect(await split("name")).toEqual([
        ["a.run", 2, 2],
        ["b.run", 1, 1],
      ]);
      expect(await split("surface")).toEqual([
        ["toolbar", 2, 1],
        ["palette", 1, 1],
      ]);
      expect(await split("trigger")).toEqual([
        ["", 2, 2],
        ["pointer", 1, 1],
      ]);
      expect(await split("source")).toEqual([
        ["WEB", 2, 1],
        ["CODEHOSTINTEGRATION", 1, 1],
      ]);
      expect(await split("platform")).toEqual([["web", 3, 2]]);
      expect(await store.seriesBy(actions, "name")).toEqual([
        { bucket: today, key: "a.run", executions: 2 },
        { bucket: today, key: "b.run", executions: 1 },
      ]);
      expect(await store.surfacesByName(actions)).toEqual([
        { name: "a.run", surface: "palette", executions: 1 },
        { name: "a.run", surface: "toolbar", executions: 1 },
        { name: "b.run", surface: "toolbar", executions: 1 },
      ]);
    },
  },
  {
    title: "counts the distinct users of several values together",
    async run(store) {
      await store.append(delivery([record(1), record(2, { name: "b.run" })]));
      await store.append(delivery([record(3, { name: "b.run" })], { anonymizedUserId: "user-2" }));
      await store.append(delivery([record(4, { name: "c'); --" })], { anonymizedUserId: "u-3" }));
      const users = (...names: readonly string[]) => store.usersOf(actions, "name", names);
      expect(await Promise.all([users(), users("a.run"), users("a.run", "b.run")])).toEqual([
        0, 1, 2,
      ]);
      expect(await users("a.run", "b.run", "c'); --", "unknown")).toBe(3);
      expect(await store.usersOf(actions, "surface", ["toolbar"])).toBe(3);
    },
  },
  {
    title: "leaves scripts, completions and other events out of the executions",
    async run(store) {
      const hover: EventKind = "event";
      await store.append(
        delivery([
          record(1),
          record(2, { trusted: false }),
          record(3, { outcome: "succeeded", of: testEventId(1) }),
          record(4, { kind: hover, name: "hover" }),
        ]),
      );
      const totals = { executions: 1, users: 1, names: 1, synthetic: 1 };
      expect(await store.totals(actions)).toEqual(totals);
      expect(await store.breakdown({ ...actions, kind: "event" }, "name")).toEqual([
        { key: "hover", executions: 1, users: 1 },
      ]);
      expect(await store.latest(10)).toHaveLength(4);
    },
  },
  {
    title: "counts drops, rejections and moved clocks, but not those of a repetition",
    async run(store) {
      const tallies = [
        { kind: "dropped", reason: "queue-full", count: 3 },
        { kind: "rejected", reason: "invalid-name", count: 2 },
      ] as const;
      const batch = delivery([record(1, { clock: "future" })], { tallies });
      await store.append(batch);
      await store.append(batch);
      expect(await store.tallies(week)).toEqual([
        { kind: "clock", reason: "future", count: 1 },
        { kind: "dropped", reason: "queue-full", count: 3 },
        { kind: "duplicate", reason: "sent-again", count: 1 },
        { kind: "rejected", reason: "invalid-name", count: 2 },
      ]);
    },
  },
  {
    title: "counts the drops of a delivery without events",
    async run(store) {
      const tallies = [{ kind: "dropped", reason: "queue-full", count: 3 }] as const;
      await store.append(delivery([], { tallies }));
      expect(await store.tallies(week)).toEqual(tallies);
    },
  },
];
