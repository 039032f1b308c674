import { expect } from "vitest";
import { type BucketUnit, bucketOf, dayMs, hourMs } from "../../time/calendar.ts";
import { keptError } from "../keptError.ts";
import { testEventId, testNow } from "../batches.ts";
import type { EventStore } from "../../store/EventStore.ts";
import type { Dimension, Selection } from "../../store/Selection.ts";
import type { StoreRow } from "../../store/StoreRow.ts";
import { actions, delivery, record, today } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

const dimensions: readonly Dimension[] = ["name", "surface", "trigger", "source", "platform"];

/** Something of everything that a store can know: kept, pruned and erased. */
async function fill(store: EventStore): Promise<void> {
  const old = testNow - 40 * dayMs;
  await store.append(
    delivery(
      [
        record(100, { occurredAt: old }),
        record(101, { name: "gone.run", occurredAt: old, arguments: '{"lines":12}' }),
      ],
      { receivedAt: old, anonymizedUserId: "user-old" },
    ),
  );
  for (let user = 0; user < 4; user += 1) {
    const events = Array.from({ length: 12 }, (_, n) =>
      record(user * 20 + n, {
        name: `action.${n % 5}`,
        surface: n % 2 === 0 ? "toolbar" : "palette",
        ...(n % 3 === 0 && { trigger: "keyboard" }),
        trusted: n % 7 !== 0,
        arguments: '{"lines":12}',
        clock: n === 3 ? "future" : "kept",
        occurredAt: testNow - ((n * 7) % 5) * 6 * hourMs,
        ...(n % 4 === 3 && { of: testEventId(1), outcome: "succeeded", durationMs: n * 10 }),
      }),
    );
    const tallies = [{ kind: "dropped", reason: "queue-full", count: user + 1 }] as const;
    await store.append(delivery(events, { anonymizedUserId: `user-${user}`, tallies }));
  }
  await store.append(delivery([record(200, { kind: "event", name: "hover" })]));
  await store.append(delivery([record(200, { kind: "event", name: "hover" })]));
  await store.keepPing(4, "a ping");
  await store.notePing(4, { at: testNow, status: 200, text: "taken" });
  await store.keepPing(11, "not yet sent");
  await store.keepError(testNow, keptError(1));
  await store.keepError(testNow + 1, keptError(2));
  await store.erase("user-3");
  await store.erase("nobody");
  await store.prune(testNow - dayMs);
}

/** Everything that can be asked of a store. */
async function answersOf(store: EventStore): Promise<unknown> {
  const units: readonly BucketUnit[] = ["hour", "day", "week", "month"];
  const counts = await Promise.all(
    units.map(async (unit) => {
      const last = bucketOf(unit, testNow);
      const selection: Selection = {
        period: { unit, first: last - (unit === "hour" ? 100 : 45), last },
        kind: "action",
      };
      return {
        totals: await store.totals(selection),
        series: await store.series(selection),
        events: await store.series({ ...selection, kind: "event" }),
        filtered: await store.series({ ...selection, filter: { surface: "palette" } }),
        completions: await store.completions(selection),
        surfaces: await store.surfacesByName(selection),
        users: await store.usersOf(selection, "name", ["action.1", "gone.run"]),
        breakdowns: await Promise.all(dimensions.map((by) => store.breakdown(selection, by))),
        seriesBy: await store.seriesBy(selection, "source"),
        tallies: await store.tallies(selection.period),
      };
    }),
  );
  const { events, isLast } = await store.scan({ limit: 1000 });
  const pings = await Promise.all([4, 11, 18].map((week) => store.ping(week)));
  const [latest, errors, names] = [store.latest(200), store.errors(10), store.names()];
  return {
    counts,
    events,
    isLast,
    pings,
    latest: await latest,
    errors: await errors,
    names: await names,
  };
}

async function rowsOf(store: EventStore): Promise<readonly StoreRow[]> {
  const rows: StoreRow[] = [];
  for await (const some of store.dump()) rows.push(...some);
  return rows;
}

async function copy(from: EventStore, to: EventStore): Promise<void> {
  for await (const rows of from.dump()) await to.load(rows);
}

function typesOf(rows: readonly StoreRow[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of rows) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** How a store is copied into another. */
export const copyTests: readonly StoreTest[] = [
  {
    title: "gives all that another store needs to answer everything alike",
    async run(store, open) {
      const other = await open();
      await fill(store);
      await copy(store, other);
      expect(await answersOf(other)).toEqual(await answersOf(store));
      expect(await other.size()).toEqual(await store.size());
    },
  },
  {
    title: "is not changed by loading the same again, also what was loaded half",
    async run(store, open) {
      const other = await open();
      await fill(store);
      const rows = await rowsOf(store);
      await other.load(rows.slice(0, rows.length / 2));
      await copy(store, other);
      const [answers, size] = [await answersOf(other), await other.size()];
      await copy(store, other);
      await store.load(rows);
      expect(await answersOf(other)).toEqual(answers);
      expect(await other.size()).toEqual(size);
      expect(await answersOf(store)).toEqual(answers);
    },
  },
  {
    title: "takes the rows of each type before or after those of the others",
    async run(store, open) {
      await fill(store);
      const byType = Map.groupBy(await rowsOf(store), ({ type }) => type);
      const types = [...byType.keys()].toSorted();
      const answers = await answersOf(store);
      for (const order of [types, types.toReversed()]) {
        const other = await open();
        for (const type of order) await other.load(byType.get(type) ?? []);
        expect(await answersOf(other)).toEqual(answers);
        expect(await other.size()).toEqual(await store.size());
      }
    },
  },
  {
    title: "takes who did something before what they did, and gives back what has come so far",
    async run(store) {
      const facet = { kind: "action", name: "a.run", surface: "", trigger: "" } as const;
      const day = { day: today, facet: { ...facet, source: "WEB", platform: "web" } };
      const person: StoreRow = { type: "person", ...day, anonymizedUserId: "user-1" };
      const count: StoreRow = { type: "count", ...day, executions: 3, synthetic: 1 };
      await store.load([person]);
      expect(await rowsOf(store)).toEqual([person]);
      await store.load([count]);
      expect((await store.names()).map(({ name }) => name)).toEqual(["a.run"]);
      expect(await store.totals(actions)).toEqual({
        executions: 3,
        users: 1,
        names: 1,
        synthetic: 1,
      });
    },
  },
  {
    title: "knows how many rows of each type it gives",
    async run(store) {
      expect(Object.values(await store.size()).every((count) => count === 0)).toBe(true);
      expect(await rowsOf(store)).toEqual([]);
      await fill(store);
      const counts = typesOf(await rowsOf(store));
      expect(counts).toEqual(await store.size());
      expect(counts).toMatchObject({ event: 37, ping: 2, error: 2, erasure: 2 });
    },
  },
  {
    title: "keeps an erased person erased in the copy",
    async run(store, open) {
      const other = await open();
      await fill(store);
      await copy(store, other);
      const again = delivery([record(300)], { anonymizedUserId: "user-3" });
      expect(await other.append(again)).toEqual({ accepted: 0, duplicates: 1 });
      expect(await other.append(delivery([record(300)]))).toMatchObject({ accepted: 1 });
    },
  },
  {
    title: "takes nothing of a person who was erased here, and erases who was erased there",
    async run(store, open) {
      const other = await open();
      await fill(store);
      await other.append(delivery([record(400)], { anonymizedUserId: "user-3" }));
      await other.append(delivery([record(401)], { anonymizedUserId: "user-4" }));
      await other.erase("user-1");
      await copy(store, other);
      const { events } = await other.scan({ limit: 1000 });
      const people = new Set(events.map(({ anonymizedUserId }) => anonymizedUserId));
      expect(people).toEqual(new Set(["user-4", "user-0", "user-2"]));
      const rows = await rowsOf(other);
      const counted = rows.flatMap((row) => (row.type === "person" ? row.anonymizedUserId : []));
      expect(new Set(counted)).not.toContain("user-1");
      expect(new Set(counted)).not.toContain("user-3");
    },
  },
  {
    title: "counts on where the copy ends, and finds what grows too old",
    async run(store, open) {
      const other = await open();
      await other.append(delivery([record(500)], { receivedAt: testNow + dayMs }));
      await fill(store);
      await copy(store, other);
      const before = await other.totals(actions);
      const user = { anonymizedUserId: "user-0" };
      expect(await other.append(delivery([record(0)], user))).toMatchObject({ duplicates: 1 });
      expect(await other.append(delivery([record(501)], user))).toMatchObject({ accepted: 1 });
      const now = await other.totals(actions);
      expect([now.executions, now.users]).toEqual([before.executions + 1, before.users]);
      // Rows of the copy were received before the one that was there first.
      expect(await other.prune(testNow + 1)).toBeGreaterThan(36);
      expect((await other.latest(10)).map(({ id }) => id)).toEqual([testEventId(500)]);
    },
  },
];
