import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Period, bucketOf, dayMs, hourMs } from "../time/calendar.ts";
import { testEventId, testNow } from "../testing/batches.ts";
import type { Delivery, EventKind, EventRecord, EventStore, Selection } from "./EventStore.ts";

const today = bucketOf("day", testNow);
const week: Period = { unit: "day", first: today - 6, last: today };
const actions: Selection = { period: week, kind: "action" };

function record(n: number, changes: Partial<EventRecord> = {}): EventRecord {
  const times = { clientTime: testNow, occurredAt: testNow, clock: "kept" } as const;
  const flags = { kind: "action", alt: false, trusted: true } as const;
  return { id: testEventId(n), name: "a.run", surface: "toolbar", ...flags, ...times, ...changes };
}

function delivery(events: readonly EventRecord[], changes: Partial<Delivery> = {}): Delivery {
  return {
    receivedAt: testNow,
    source: "WEB",
    anonymizedUserId: "user-1",
    sourcegraphURL: "https://instance.example",
    platform: "web",
    client: { name: "test", version: "1.0.0" },
    events,
    tallies: [],
    ...changes,
  };
}

/**
 * What every store must do. Each test gets a new, empty store.
 *
 * @param open Opens a store that forgets everything when it is closed.
 */
export function describeEventStore(name: string, open: () => EventStore | Promise<EventStore>) {
  describe(`${name} as an event store`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it("gives back every field of an event", async () => {
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
      expect(await store.latest(10)).toEqual([{ ...event, ...common, sequence: 1 }]);
    });

    it("keeps absent fields absent", async () => {
      const { surface: _, ...event } = record(1);
      await store.append(delivery([event]));
      const [stored] = await store.latest(1);
      expect(stored).not.toHaveProperty("surface");
      expect(stored).not.toHaveProperty("trigger");
      expect(stored).not.toHaveProperty("arguments");
    });

    it("stores an event once, however often and however mixed it is sent", async () => {
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
    });

    it("stores an event once when copies arrive at the same time", async () => {
      const events = Array.from({ length: 50 }, (_, index) => record(index));
      const results = await Promise.all(
        Array.from({ length: 10 }, () => store.append(delivery(events))),
      );
      expect(results.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(50);
      expect(results.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(450);
      expect(await store.totals(actions)).toMatchObject({ executions: 50 });
    });

    it("keeps events of two users apart that carry the same ID", async () => {
      await store.append(delivery([record(1)]));
      const other = await store.append(delivery([record(1)], { anonymizedUserId: "user-2" }));
      expect(other).toEqual({ accepted: 1, duplicates: 0 });
      expect(await store.totals(actions)).toMatchObject({ executions: 2, users: 2 });
    });

    it("lets the first of two events with one ID stand", async () => {
      await store.append(delivery([record(1, { name: "first" })]));
      await store.append(delivery([record(1, { name: "second" })]));
      expect((await store.latest(2)).map((event) => event.name)).toEqual(["first"]);
    });

    it("counts executions and distinct users per day", async () => {
      const yesterday = { occurredAt: testNow - dayMs };
      await store.append(delivery([record(1), record(2), record(3, yesterday)]));
      await store.append(delivery([record(4)], { anonymizedUserId: "user-2" }));
      expect(await store.series(actions)).toEqual([
        { bucket: today - 1, executions: 1, users: 1 },
        { bucket: today, executions: 3, users: 2 },
      ]);
      expect(await store.totals(actions)).toMatchObject({ executions: 4, users: 2 });
    });

    it("counts executions and distinct users per hour", async () => {
      const hour = bucketOf("hour", testNow);
      const period: Period = { unit: "hour", first: hour - 23, last: hour };
      await store.append(delivery([record(1), record(2, { occurredAt: testNow - hourMs })]));
      await store.append(delivery([record(3, { occurredAt: testNow - dayMs })]));
      await store.append(delivery([record(4)], { anonymizedUserId: "user-2" }));
      expect(await store.series({ period, kind: "action" })).toEqual([
        { bucket: hour - 1, executions: 1, users: 1 },
        { bucket: hour, executions: 2, users: 2 },
      ]);
    });

    it("answers alike for a day and for the hours of that day", async () => {
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
    });

    it("splits by every dimension", async () => {
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
    });

    it("leaves scripts, completions and other events out of the executions", async () => {
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
    });

    it("counts drops, rejections and moved clocks, but not those of a repetition", async () => {
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
    });

    it("counts the drops of a delivery without events", async () => {
      const tallies = [{ kind: "dropped", reason: "queue-full", count: 3 }] as const;
      await store.append(delivery([], { tallies }));
      expect(await store.tallies(week)).toEqual(tallies);
    });

    it("takes names that mean something to JavaScript or SQL for what they are", async () => {
      const names = ["constructor", "toString", "__proto__", "x'; DROP TABLE event; --", "%_"];
      await store.append(delivery(names.map((name, n) => record(n, { name }))));
      const rows = await store.breakdown(actions, "name");
      expect(rows.map(({ key }) => key).toSorted()).toEqual(names.toSorted());
      expect(rows.every(({ executions }) => executions === 1)).toBe(true);
    });

    it("deletes old events and keeps their counts", async () => {
      const old = { receivedAt: testNow - 3 * dayMs };
      await store.append(delivery([record(1, { occurredAt: old.receivedAt })], old));
      await store.append(delivery([record(2)]));
      expect(await store.prune(testNow - dayMs)).toBe(1);
      expect((await store.latest(10)).map(({ id }) => id)).toEqual([testEventId(2)]);
      expect(await store.totals(actions)).toMatchObject({ executions: 2 });
    });

    it("answers for an empty period with nothing", async () => {
      expect(await store.totals(actions)).toEqual({
        executions: 0,
        users: 0,
        names: 0,
        synthetic: 0,
      });
      expect(await store.series(actions)).toEqual([]);
      expect(await store.latest(10)).toEqual([]);
    });

    it("says that it is well, and that it is not once it is closed", async () => {
      await expect(store.check()).resolves.toBeUndefined();
      await store.close();
      await expect(store.check()).rejects.toThrow();
      await expect(store.append(delivery([record(1)]))).rejects.toThrow();
    });
  });
}
