import { expect } from "vitest";
import { dayMs } from "../../time/calendar.ts";
import { testEventId, testNow } from "../batches.ts";
import type { EventStore } from "../../store/EventStore.ts";
import type { EventPage, EventScan } from "../../store/StoredEvent.ts";
import { delivery, record } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

function records(first: number, count: number) {
  return Array.from({ length: count }, (_, index) => record(first + index));
}

function ids(first: number, count: number): readonly string[] {
  return records(first, count).map(({ id }) => id);
}

/** Reads pages to the end; in between, something else may happen. */
async function readAll(
  store: EventStore,
  options: EventScan,
  between: () => Promise<unknown> = async () => undefined,
): Promise<readonly EventPage[]> {
  const pages: EventPage[] = [];
  for (;;) {
    const page = await store.scan({ ...options, after: pages.at(-1)?.end ?? options.after });
    pages.push(page);
    if (page.isLast) return pages;
    await between();
  }
}

function idsOf(pages: readonly EventPage[]): readonly string[] {
  return pages.flatMap(({ events }) => events.map(({ id }) => id));
}

/** How a store is read from the oldest event to the newest. */
export const scanTests: readonly StoreTest[] = [
  {
    title: "reads every event once, page by page, in the order of receipt",
    async run(store) {
      // Older by their own clock, but received later.
      for (let batch = 0; batch < 5; batch += 1) {
        const events = Array.from({ length: 5 }, (_, n) =>
          record(batch * 5 + n, { occurredAt: testNow - batch * 1000 }),
        );
        await store.append(delivery(events, { receivedAt: testNow + batch }));
      }
      for (const limit of [1, 7, 25, 26, 10_000]) {
        const pages = await readAll(store, { limit });
        expect(idsOf(pages)).toEqual(ids(0, 25));
        expect(pages.every(({ events }) => events.length <= limit)).toBe(true);
        expect(pages.slice(0, -1).every(({ isLast }) => !isLast)).toBe(true);
      }
      const { events } = await store.scan({ limit: 100 });
      expect(events.toReversed()).toEqual(await store.latest(100));
    },
  },
  {
    title:
      "reads on after its end when more is stored later, and never skips what is stored meanwhile",
    async run(store) {
      const empty = await store.scan({ limit: 10 });
      expect(empty).toMatchObject({ events: [], isLast: true });
      await store.append(delivery(records(0, 10)));
      let stored = 10;
      const pages = await readAll(store, { limit: 4, after: empty.end }, async () => {
        if (stored < 20) await store.append(delivery(records((stored += 1) - 1, 1)));
      });
      const end = pages.at(-1)?.end;
      expect(idsOf(pages)).toEqual(ids(0, stored));
      expect(await store.scan({ limit: 10, after: end })).toMatchObject({ events: [], end });
      await store.append(delivery(records(stored, 3)));
      expect(idsOf([await store.scan({ limit: 10, after: end })])).toEqual(ids(stored, 3));
    },
  },
  {
    title: "never skips what is stored while others store at the same time",
    async run(store) {
      const seen: string[] = [];
      let after: string | undefined;
      const readOn = async () => {
        const page = await store.scan({ limit: 1000, after });
        seen.push(...idsOf([page]));
        after = page.end;
      };
      for (let round = 0; round < 5; round += 1) {
        const appends = Array.from({ length: 8 }, (_, user) =>
          store.append(
            delivery(records(round * 80 + user * 10, 10), { anonymizedUserId: `user-${user}` }),
          ),
        );
        await Promise.all([...appends, readOn().then(readOn)]);
        await readOn();
      }
      expect(new Set(seen)).toEqual(new Set(ids(0, 400)));
    },
  },
  {
    title: "reads only what is stored from its end on, also when the last events are deleted",
    async run(store) {
      await store.append(delivery(records(0, 5)));
      await store.append(delivery(records(5, 5), { anonymizedUserId: "user-2" }));
      const end = await store.end();
      expect(await store.scan({ limit: 10, after: end })).toMatchObject({ events: [] });
      await store.erase("user-2");
      await store.append(delivery(records(10, 2)));
      expect(idsOf([await store.scan({ limit: 10, after: end })])).toEqual(ids(10, 2));
      const all = (await store.scan({ limit: 20 })).end;
      await store.prune(testNow + 1);
      await store.append(delivery(records(12, 2)));
      expect(idsOf([await store.scan({ limit: 10, after: all })])).toEqual(ids(12, 2));
    },
  },
  {
    title: "reads only what passes a filter or occurred in a time",
    async run(store) {
      const { surface: _, ...withoutSurface } = record(3);
      await store.append(
        delivery([
          record(1, { occurredAt: testNow - dayMs }),
          record(2, { name: "b.run", occurredAt: testNow - 1 }),
          withoutSurface,
          record(4, { trigger: "keyboard", of: testEventId(1), outcome: "failed" }),
        ]),
      );
      const read = async (options: Omit<EventScan, "limit">) =>
        idsOf(await readAll(store, { limit: 2, ...options }));
      expect(await read({ filter: {} })).toHaveLength(4);
      expect(await read({ filter: { name: "b.run" } })).toEqual(ids(2, 1));
      expect(await read({ filter: { surface: "" } })).toEqual(ids(3, 1));
      expect(await read({ filter: { name: "a.run", trigger: "keyboard" } })).toEqual(ids(4, 1));
      expect(await read({ filter: { platform: "safari-extension" } })).toEqual([]);
      expect(await read({ occurred: { from: testNow - dayMs, before: testNow } })).toEqual(
        ids(1, 2),
      );
      expect(
        await read({
          occurred: { from: testNow - dayMs + 1, before: testNow + 1 },
          filter: { name: "a.run" },
        }),
      ).toEqual(ids(3, 2));
    },
  },
  {
    title: "moves its end on although nothing passes the filter",
    async run(store) {
      await store.append(delivery(records(0, 5)));
      const { end } = await store.scan({ limit: 10, filter: { name: "b.run" } });
      expect(await store.scan({ limit: 10, after: end })).toMatchObject({ events: [] });
    },
  },
];
