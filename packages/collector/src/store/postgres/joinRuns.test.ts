import { describe, expect, it } from "vitest";
import { testEventId, testNow } from "../../testing/batches.ts";
import { createRandom } from "../../testing/createRandom.ts";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { bucketOf, dayMs } from "../../time/calendar.ts";
import { delivery, record } from "../../testing/conformance/storeRecords.ts";
import type { Delivery } from "../EventRecord.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import { openPostgresStore } from "./openPostgresStore.ts";

/** Long ago, so that what is to be joined does not wait for more. */
const start = testNow - 100 * dayMs;

/** An ID that was made at a moment. */
function idAt(time: number, n: number): string {
  const digits = time.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

function storedOf(from: Delivery): readonly StoredEvent[] {
  const { events, tallies: _, ...header } = from;
  return events.map((event) => ({ ...header, ...event }));
}

/** The n-th of the deliveries of one event each, of 700 people, a second apart. */
function single(n: number): Delivery {
  const receivedAt = start + n * 1000;
  const id = idAt(receivedAt - (n % 7), n);
  const times = { occurredAt: receivedAt - 2, clientTime: receivedAt - (n % 5) };
  const event = record(n, { id, name: `action.${n % 30}`, ...times });
  return delivery([event], { receivedAt, anonymizedUserId: `user-${(n * 31) % 700}` });
}

describe.skipIf(lacksPostgres)(`Runs of a few events${postgresNote}`, () => {
  const server = usePostgres();

  async function openSchema() {
    const url = await server().createSchema();
    const schema = /test_\d+/u.exec(url)?.[0] ?? "";
    const rows = async (where: string) =>
      (await server().query(`SELECT FROM ${schema}.event_run WHERE ${where}`)).length;
    return { url, schema, rows, store: await openPostgresStore(url) };
  }

  it("are the same after they were joined, and known, whatever comes in between", async () => {
    const { store, rows } = await openSchema();
    const { below: draw } = createRandom(11);
    const known = new Set<string>();
    let expected: StoredEvent[] = [];
    for (let round = 0; round < 12; round += 1) {
      const deliveries = Array.from({ length: 40 }, (_, n) => {
        const receivedAt = start + round * 3_600_000 + n * 1000;
        const events = Array.from({ length: 1 + draw(draw(6) === 0 ? 40 : 4) }, () => {
          const serial = draw(900);
          const made = start + Math.floor(serial / 9) * 600_000 - (draw(30) === 0 ? 9 * dayMs : 0);
          return record(serial, {
            id:
              draw(40) === 0
                ? `5b1f8f6e-0f3a-4a4e-9d2b-${String(serial).padStart(12, "0")}`
                : idAt(made, serial),
            occurredAt: receivedAt - draw(9000) - (draw(30) === 0 ? 60 * dayMs : 0),
            clientTime: receivedAt - draw(99_999),
            alt: draw(9) === 0,
            ...(draw(9) === 0 && { arguments: `{"n":${serial}}` }),
            ...(draw(9) === 0 && { of: testEventId(serial), outcome: "failed", durationMs: 5 }),
          });
        });
        return delivery(events, {
          receivedAt,
          anonymizedUserId: `user-${draw(5)}`,
          client: { name: "test", version: `1.${draw(2)}.0` },
        });
      });
      for (const each of deliveries) {
        const news = storedOf(each).filter(({ id }) => {
          const key = `${each.anonymizedUserId} ${id}`;
          return !known.has(key) && known.add(key);
        });
        const duplicates = each.events.length - news.length;
        expect(await store.append(each)).toEqual({ accepted: news.length, duplicates });
        expected.push(...news);
      }
      await store.prune(0);
      expect((await store.scan({ limit: 10_000 })).events).toEqual(expected);
    }
    expect(await rows("people IS NOT NULL")).toBeGreaterThan(0);
    const pages: StoredEvent[] = [];
    for (let after: string | undefined, isLast = false; !isLast;) {
      const page = await store.scan({ after, limit: 100 });
      pages.push(...page.events);
      ({ end: after, isLast } = page);
    }
    expect(pages).toEqual(expected);
    expect(await store.latest(50)).toEqual(expected.toReversed().slice(0, 50));

    const others = expected.filter(({ anonymizedUserId }) => anonymizedUserId !== "user-3");
    expect(await store.erase("user-3")).toBe(expected.length - others.length);
    expect((await store.scan({ limit: 10_000 })).events).toEqual(others);
    const before = start + 5 * 3_600_000 + 20_000;
    expected = others.filter(({ receivedAt }) => receivedAt >= before);
    expect(await store.prune(before)).toBe(others.length - expected.length);
    expect((await store.scan({ limit: 10_000 })).events).toEqual(expected);
    expect(await store.prune(testNow)).toBe(expected.length);
    expect(await rows("true")).toBe(0);
    await store.close();
  });

  it("take less than 80 bytes an event once they are joined, with all indexes, and leave no room behind", async () => {
    const { url, store, schema, rows } = await openSchema();
    const count = 6000;
    await Promise.all(Array.from({ length: count }, (_, n) => store.append(single(n))));
    const first = bucketOf("hour", start);
    const hours = { period: { unit: "hour", first, last: first + 1 }, kind: "action" } as const;
    const counts = await store.breakdown(hours, "name");
    await store.prune(0);
    expect(await rows("people IS NULL")).toBe(0);
    const other = await openPostgresStore(url);
    expect(await other.breakdown(hours, "name")).toEqual(counts);
    expect(counts.reduce((sum, { executions }) => sum + executions, 0)).toBeGreaterThan(3600);
    await other.close();
    const bytesOf = async (tables: string) => {
      const [row] = await server().query(
        `SELECT sum(pg_total_relation_size(oid))::float / ${count} AS bytes FROM pg_class
         WHERE relkind = 'r' AND relnamespace = '${schema}'::regnamespace AND relname LIKE '${tables}'`,
      );
      return Number(row?.["bytes"]);
    };
    expect(await bytesOf("joined_run_%")).toBeLessThan(80);
    // Indexes without an entry are left, unless somebody else was looking after the table just now.
    const bytesBehind = async () => {
      await store.prune(0);
      return bytesOf("event_run_%");
    };
    await expect.poll(bytesBehind).toBeLessThan(15);
    expect((await store.scan({ limit: count })).events).toEqual(
      Array.from({ length: count }, (_, n) => storedOf(single(n))).flat(),
    );
    await store.close();
  });

  it("stay where they are until there are enough of them", async () => {
    const { store, rows } = await openSchema();
    const receivedAt = Date.now();
    const send = (first: number, size: number) =>
      Promise.all(
        Array.from({ length: size }, (_, n) =>
          store.append(delivery([record(first + n)], { receivedAt })),
        ),
      );
    await send(0, 500);
    await store.prune(0);
    expect(await rows("people IS NOT NULL")).toBe(0);
    await send(500, 12);
    await store.prune(0);
    expect(await rows("people IS NULL")).toBe(0);
    await store.close();
  });

  it("are joined by two collectors while both store, and somebody copies all", async () => {
    const { url, store } = await openSchema();
    const other = await openPostgresStore(url);
    const count = 3000;
    const send = Array.from({ length: count }, (_, n) => (n % 2 ? store : other).append(single(n)));
    let copied = 0;
    const copy = async () => {
      for await (const rows of store.dump())
        copied += rows.filter(({ type }) => type === "event").length;
    };
    await Promise.all([...send.slice(0, count / 2), store.prune(0), other.prune(0)]);
    const { events: before } = await store.scan({ limit: count });
    await Promise.all([...send, copy(), store.prune(0), other.prune(0), store.erase("user-31")]);
    await Promise.all([store.prune(0), other.prune(0)]);
    expect(copied).toBeGreaterThanOrEqual(before.length - 10);
    const sent = Array.from({ length: count }, (_, n) => storedOf(single(n))).flat();
    const left = sent.filter(({ anonymizedUserId }) => anonymizedUserId !== "user-31");
    const stored = (await other.scan({ limit: count })).events;
    expect(new Set(stored.map(({ id }) => id))).toEqual(new Set(left.map(({ id }) => id)));
    expect(stored).toHaveLength(left.length);
    const again = await Promise.all(left.map((_, n) => store.append(single(n))));
    expect(again.every(({ accepted }) => accepted === 0)).toBe(true);
    await Promise.all([store.close(), other.close()]);
  });

  it("are what a completion that comes afterwards refers to", async () => {
    const { store } = await openSchema();
    await Promise.all(Array.from({ length: 600 }, (_, n) => store.append(single(n))));
    await store.prune(0);
    const { anonymizedUserId, events } = single(42);
    const completion = record(9000, {
      id: idAt(start + 700_000, 9000),
      kind: "event",
      name: "completed",
      of: events[0]?.id ?? "",
      outcome: "failed",
      occurredAt: start + 700_000,
    });
    await store.append(delivery([completion], { anonymizedUserId, receivedAt: start + 700_000 }));
    const day = Math.floor(start / dayMs);
    const period = { unit: "day", first: day, last: day } as const;
    expect(await store.completions({ period, kind: "action" })).toEqual([
      { name: "action.12", outcome: "failed", count: 1 },
    ]);
    await store.close();
  });
});
