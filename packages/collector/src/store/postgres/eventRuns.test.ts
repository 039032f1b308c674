import { describe, expect, it } from "vitest";
import { testEventId, testNow } from "../../testing/batches.ts";
import { createRandom } from "../../testing/createRandom.ts";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { dayMs } from "../../time/calendar.ts";
import { actions, delivery, record } from "../../testing/conformance/storeRecords.ts";
import type { EventRecord } from "../EventRecord.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import { mostEvents } from "./EventRun.ts";
import { openPostgresStore } from "./openPostgresStore.ts";

/** An ID that was made at a moment. */
function idAt(time: number, n: number): string {
  const digits = time.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

describe.skipIf(lacksPostgres)(`Events in runs${postgresNote}`, () => {
  const server = usePostgres();

  async function openSchema() {
    const url = await server().createSchema();
    const schema = /test_\d+/u.exec(url)?.[0] ?? "";
    const rows = async () =>
      (
        await server().query(
          `SELECT cardinality(ids) AS size FROM ${schema}.whole_run ORDER BY sequence`,
        )
      ).map(({ size }) => size);
    return { url, schema, rows, store: await openPostgresStore(url) };
  }

  it("share a row as far as they are alike, and come back in the order in which they were sent", async () => {
    const { store, rows } = await openSchema();
    const at = (n: number, time: number, changes: Partial<EventRecord> = {}) =>
      record(n, { id: idAt(time, n), occurredAt: time, clientTime: time + 5, ...changes });
    const events = [
      ...Array.from({ length: 2 * mostEvents + 1 }, (_, n) => at(n, testNow + n)),
      // Another minute, another day, another clock, back, too far ahead, and IDs that tell no time.
      at(200, testNow + 90_000),
      at(201, testNow + dayMs),
      at(202, testNow + dayMs, { clientTime: 0 }),
      at(203, testNow + dayMs, { occurredAt: testNow, clientTime: testNow + 5 }),
      at(204, testNow + dayMs, {
        occurredAt: testNow + 30 * dayMs,
        clientTime: testNow + 30 * dayMs + 5,
      }),
      record(205, { id: "5b1f8f6e-0f3a-4a4e-9d2b-0c8f4a5b6e71" }),
      record(206, { id: "5b1f8f6e-0f3a-4a4e-9d2b-0c8f4a5b6e72" }),
    ];
    expect(await store.append(delivery(events))).toEqual({
      accepted: events.length,
      duplicates: 0,
    });
    expect(await rows()).toEqual([mostEvents, mostEvents, 1, 1, 1, 1, 1, 1, 1, 1]);
    const page = await store.scan({ limit: 1000 });
    expect(page.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(page.events).toMatchObject(events);
    await store.close();
  });

  it("are cut where some of them are there already, also within one delivery", async () => {
    const { store, rows } = await openSchema();
    const numbers = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => record(from + n));
    await store.append(delivery(numbers(10, 20)));
    const mixed = [
      ...numbers(0, 30),
      ...numbers(5, 8),
      record(40, { of: testEventId(12), outcome: "failed" }),
    ];
    expect(await store.append(delivery(mixed))).toEqual({ accepted: 21, duplicates: 13 });
    expect(await rows()).toEqual([10, 10, 10, 1]);
    expect((await store.scan({ limit: 100 })).events.map(({ id }) => id)).toEqual(
      [...numbers(10, 20), ...numbers(0, 10), ...numbers(20, 30), record(40)].map(({ id }) => id),
    );
    expect(await store.totals(actions)).toMatchObject({ executions: 30 });
    expect(await store.completions(actions)).toEqual([
      { name: "a.run", outcome: "failed", count: 1 },
    ]);
    await store.close();
  });

  it("of somebody who sends very much within a minute are each stored once, and leave nothing behind", async () => {
    const { store, schema, rows } = await openSchema();
    const send = (n: number) => store.append(delivery([record(2 * n), record(2 * n + 1)]));
    for (let n = 0; n < 40; n += 1) expect(await send(n)).toEqual({ accepted: 2, duplicates: 0 });
    // What comes after the first is kept by its own ID.
    expect((await rows()).filter((size) => size === 2)).toHaveLength(16);
    for (let n = 0; n < 40; n += 1) expect(await send(n)).toEqual({ accepted: 0, duplicates: 2 });
    const together = Array.from({ length: 40 }, (_, n) =>
      store.append(delivery([record(1000 + 2 * n), record(1001 + 2 * n), record(n)])),
    );
    expect((await Promise.all(together)).every(({ accepted }) => accepted === 2)).toBe(true);
    const ended = record(2000, {
      of: testEventId(79),
      outcome: "failed",
      kind: "event",
      name: "x",
    });
    await store.append(delivery([ended]));
    expect(await store.completions(actions)).toEqual([
      { name: "a.run", outcome: "failed", count: 1 },
    ]);
    expect(await store.erase("user-1")).toBe(161);
    expect(await server().query(`SELECT FROM ${schema}.event_run`)).toEqual([]);
    await store.close();
  });

  it("are the same as if each were stored alone, whatever comes twice and in whatever order", async () => {
    const { store } = await openSchema();
    const { below: draw } = createRandom(7);
    const known = new Set<string>();
    const expected: StoredEvent[] = [];
    for (let round = 0; round < 120; round += 1) {
      const user = `user-${draw(3)}`;
      const minute = testNow + draw(3) * 65_536;
      const first = draw(200);
      const events = Array.from({ length: 1 + draw(90) }, (_, index) =>
        record(0, {
          id: idAt(minute, draw(5) === 0 ? draw(300) : first + index),
          occurredAt: testNow + (draw(20) === 0 ? draw(1e10) : index),
          clientTime: testNow + index,
          alt: draw(10) === 0,
          ...(draw(10) === 0 && { arguments: `{"n":${index}}` }),
        }),
      );
      const news = events.filter(({ id }) => {
        const key = `${user} ${id}`;
        return !known.has(key) && known.add(key);
      });
      const { events: _, tallies: __, ...header } = delivery([], { anonymizedUserId: user });
      const result = await store.append(delivery(events, header));
      expect(result).toEqual({ accepted: news.length, duplicates: events.length - news.length });
      for (const event of news) expected.push({ ...header, ...event });
    }
    const { events } = await store.scan({ limit: 100_000 });
    expect(events).toEqual(expected);
    await store.close();
  });

  it("take little room: 50 from a minute less than 50 bytes each, with all indexes", async () => {
    const { store, schema } = await openSchema();
    const count = 20_000;
    await Promise.all(
      Array.from({ length: count / 50 }, (_, batch) =>
        store.append(
          delivery(
            Array.from({ length: 50 }, (__, n) => {
              const time = testNow - 30_000 + n * 600;
              return record(n, {
                id: idAt(time, batch * 50 + n),
                occurredAt: time,
                clientTime: time,
              });
            }),
            { anonymizedUserId: `user-${batch}` },
          ),
        ),
      ),
    );
    const [row] = await server().query(
      `SELECT sum(pg_total_relation_size(inhrelid)) / ${count} AS bytes
       FROM pg_inherits WHERE inhparent = '${schema}.event_run'::regclass`,
    );
    expect(Number(row?.["bytes"])).toBeLessThan(50);
    await store.close();
  });
});
