import { expect } from "vitest";
import { bucketOf, dayMs } from "../../time/calendar.ts";
import { testEventId, testNow } from "../batches.ts";
import type { EventStore } from "../../store/EventStore.ts";
import type { Filter, Selection } from "../../store/Selection.ts";
import { actions, delivery, record, today } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

const hour = bucketOf("hour", testNow);
const hours: Selection = {
  period: { unit: "hour", first: hour - 23, last: hour },
  kind: "action",
};

async function fill(store: EventStore): Promise<void> {
  const { surface: _, ...withoutSurface } = record(3, { name: "b.run" });
  await store.append(
    delivery([record(1), record(2, { surface: "palette", trigger: "keyboard" }), withoutSurface]),
  );
  await store.append(
    delivery([record(4), record(5, { name: "b.run", trusted: false })], {
      anonymizedUserId: "user-2",
      source: "CODEHOSTINTEGRATION",
      platform: "chrome-extension",
    }),
  );
}

const manyNames = Array.from({ length: 100 }, (_, n) => `many.${n}`);
const someSurfaces = ["toolbar", "palette", "hover"];

/** Each name from each surface, by one user on each platform, on each of these days. */
async function fillMany(store: EventStore, days: readonly number[]): Promise<void> {
  let next = 0;
  for (const day of days) {
    for (const platform of ["web", "chrome-extension"]) {
      const occurredAt = testNow - (today - day) * dayMs;
      const events = manyNames.flatMap((name) =>
        someSurfaces.map((surface) => record((next += 1), { name, surface, occurredAt })),
      );
      await store.append(delivery(events, { anonymizedUserId: `user of ${platform}`, platform }));
    }
  }
}

/** What a filter must leave out, and what it must not. */
export const filterTests: readonly StoreTest[] = [
  {
    title: "filters hundreds of actions over days, weeks and months, as it does few",
    async run(store) {
      await fillMany(store, [today - 50, today - 9, today]);
      const period = { unit: "day", first: today - 60, last: today } as const;
      const ask = (filter: Filter) => ({ period, kind: "action", filter }) as const;
      const web = ask({ platform: "web" });
      expect(await store.totals(web)).toMatchObject({ executions: 900, users: 1, names: 100 });
      expect(await store.breakdown(web, "surface")).toEqual(
        someSurfaces.toSorted().map((key) => ({ key, executions: 300, users: 1 })),
      );
      const palette = await store.breakdown(ask({ surface: "palette" }), "name");
      expect(palette).toHaveLength(100);
      expect(palette).toContainEqual({ key: "many.99", executions: 6, users: 2 });
      const one = ask({ name: "many.42" });
      expect(await store.breakdown(one, "platform")).toEqual([
        { key: "chrome-extension", executions: 9, users: 1 },
        { key: "web", executions: 9, users: 1 },
      ]);
      const both = { ...one, filter: { name: "many.42", surface: "hover", platform: "web" } };
      expect(await store.totals(both)).toMatchObject({ executions: 3, users: 1, names: 1 });
      const last = bucketOf("week", testNow);
      const weeks = { ...web, period: { unit: "week", first: last - 9, last } as const };
      expect((await store.seriesBy(weeks, "name")).filter(({ key }) => key === "many.7")).toEqual(
        [today - 50, today - 9, today].map((day) => ({
          bucket: bucketOf("week", day * dayMs),
          key: "many.7",
          executions: 3,
        })),
      );
    },
  },
  {
    title: "counts only what has one value of a dimension, by days and by hours",
    async run(store) {
      await fill(store);
      const expected: readonly (readonly [Filter, number, number])[] = [
        [{}, 4, 2],
        [{ name: "a.run" }, 3, 2],
        [{ surface: "palette" }, 1, 1],
        [{ surface: "" }, 1, 1],
        [{ trigger: "keyboard" }, 1, 1],
        [{ source: "CODEHOSTINTEGRATION" }, 1, 1],
        [{ platform: "web" }, 3, 1],
        [{ name: "unknown" }, 0, 0],
        [{ name: "a.run' OR ''='" }, 0, 0],
      ];
      for (const [filter, executions, users] of expected) {
        for (const selection of [actions, hours]) {
          expect(await store.totals({ ...selection, filter })).toMatchObject({ executions, users });
        }
      }
    },
  },
  {
    title: "asks for all values of a filter together",
    async run(store) {
      await fill(store);
      const both = { ...actions, filter: { name: "a.run", source: "WEB" } };
      expect(await store.totals(both)).toMatchObject({ executions: 2, users: 1, names: 1 });
      const none = { ...actions, filter: { surface: "palette", source: "CODEHOSTINTEGRATION" } };
      expect(await store.totals(none)).toMatchObject({ executions: 0, users: 0, names: 0 });
    },
  },
  {
    title: "filters every count alike",
    async run(store) {
      await fill(store);
      await store.append(
        delivery([record(6, { name: "b.run", occurredAt: testNow - dayMs })], {
          anonymizedUserId: "user-2",
        }),
      );
      const selection = { ...actions, filter: { name: "b.run" } };
      expect(await store.series(selection)).toEqual([
        { bucket: today - 1, executions: 1, users: 1 },
        { bucket: today, executions: 1, users: 1 },
      ]);
      expect(await store.seriesBy(selection, "surface")).toEqual([
        { bucket: today - 1, key: "toolbar", executions: 1 },
        { bucket: today, key: "", executions: 1 },
      ]);
      expect(await store.breakdown(selection, "name")).toEqual([
        { key: "b.run", executions: 2, users: 2 },
      ]);
      expect(await store.surfacesByName(selection)).toEqual([
        { name: "b.run", surface: "", executions: 1 },
        { name: "b.run", surface: "toolbar", executions: 1 },
      ]);
      expect(await store.usersOf(selection, "name", ["a.run", "b.run"])).toBe(2);
      expect(await store.usersOf(selection, "name", ["a.run"])).toBe(0);
      expect(await store.totals(selection)).toMatchObject({ synthetic: 1, users: 2 });
    },
  },
  {
    title: "filters completions",
    async run(store) {
      const done = { of: testEventId(9), outcome: "succeeded" } as const;
      await store.append(delivery([record(1, done), record(2, { ...done, surface: "palette" })]));
      for (const selection of [actions, hours]) {
        expect(await store.completions({ ...selection, filter: { surface: "palette" } })).toEqual([
          { name: "a.run", outcome: "succeeded", count: 1 },
        ]);
      }
    },
  },
];
