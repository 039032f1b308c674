import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { postgresPassword } from "../../testing/startPostgres.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { actions, delivery, record } from "../../testing/conformance/storeRecords.ts";
import type { EventStore } from "../EventStore.ts";
import { openPostgresStore } from "./openPostgresStore.ts";

/** Connections that the server has closed are noticed by those who use them first. */
async function untilResolved(action: () => Promise<unknown>): Promise<void> {
  for (let isDone = false; !isDone;) {
    isDone = await action().then(
      () => true,
      () => false,
    );
  }
}

describe.skipIf(lacksPostgres)(`A server in trouble${postgresNote}`, () => {
  const server = usePostgres();
  let store: EventStore;
  beforeAll(async () => {
    store = await openPostgresStore(server().url);
  });
  afterAll(async () => {
    await store?.close();
  });

  /** Sends until one is refused; resolves to what was acknowledged. */
  async function sendUntilRefused(user: string, first: number): Promise<number[]> {
    const acknowledged: number[] = [];
    for (let n = first; ; n += 10) {
      const numbers = Array.from({ length: 10 }, (_, index) => n + index);
      try {
        await store.append(
          delivery(
            numbers.map((number) => record(number)),
            { anonymizedUserId: user },
          ),
        );
      } catch {
        return acknowledged;
      }
      acknowledged.push(...numbers);
    }
  }

  it("loses nothing that was acknowledged when it is killed, and is used again", async () => {
    const acknowledged: number[] = [];
    let first = 0;
    for (let round = 0; round < 3; round += 1) {
      const sending = Promise.all(
        Array.from({ length: 8 }, (_, n) => sendUntilRefused("user-1", first + n * 100_000)),
      );
      while ((await store.latest(1)).length === 0);
      await server().kill();
      acknowledged.push(...(await sending).flat());
      await expect(store.append(delivery([record(first)]))).rejects.toThrow(/./u);
      await server().start();
      first += 1_000_000;
    }
    const stored = new Set<string>();
    for (let after: string | undefined; ;) {
      const page = await store.scan({ limit: 10_000, after });
      for (const { id } of page.events) stored.add(id);
      if (page.isLast) break;
      after = page.end;
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    const missing = acknowledged.filter((n) => !stored.has(record(n).id));
    expect(missing).toEqual([]);
    const { executions } = await store.totals(actions);
    expect(executions).toBe(stored.size);
    expect((await store.size()).event).toBe(stored.size);
  });

  it("refuses within seconds while there is no server, says no secret, and recovers", async () => {
    await server().kill();
    const started = performance.now();
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 50 }, (_, n) => store.append(delivery([record(9_000_000 + n)]))),
      store.check(),
      store.totals(actions),
      openPostgresStore(server().url),
    ]);
    expect(performance.now() - started).toBeLessThan(30_000);
    for (const outcome of outcomes) {
      expect(outcome.status).toBe("rejected");
      const { reason } = outcome as PromiseRejectedResult;
      expect(JSON.stringify([String(reason), reason])).not.toContain(postgresPassword);
    }
    await server().start();
    await expect(store.check()).resolves.toBeUndefined();
    await expect(store.append(delivery([record(9_000_000)]))).resolves.toMatchObject({
      accepted: 1,
    });
  });

  it("refuses within seconds while the server hangs, takes no more than it can keep, and recovers", async () => {
    await server().suspend();
    const started = performance.now();
    const events = Array.from({ length: 500 }, (_, n) => record(9_100_000 + n));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 250 }, () => store.append(delivery(events))),
    );
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    expect(performance.now() - started).toBeLessThan(60_000);
    const reasons = outcomes.map((outcome) => String((outcome as PromiseRejectedResult).reason));
    expect(reasons.filter((reason) => reason.includes("too slow")).length).toBeGreaterThan(10);
    await server().resume();
    const again = await store.append(delivery(events));
    // The server may have stored what it could no longer acknowledge.
    expect(again.accepted + again.duplicates).toBe(500);
  });

  it("refuses within seconds while others hold what it needs, and recovers", async () => {
    const holder = new Client(server().url);
    await holder.connect();
    await holder.query("BEGIN");
    await holder.query("UPDATE ledger SET erasures = erasures");
    const started = performance.now();
    await expect(store.append(delivery([record(9_200_000)]))).rejects.toThrow(/timeout/u);
    expect(performance.now() - started).toBeLessThan(60_000);
    await expect(store.totals(actions)).resolves.toBeDefined();
    await holder.end();
    await expect(store.append(delivery([record(9_200_000)]))).resolves.toMatchObject({
      accepted: 1,
    });
  });

  it("is unwell while it only lets read, as a replica does", async () => {
    const setReadOnly = async (value: "on" | "off") => {
      await server().query(
        `SET TRANSACTION READ WRITE;
         ALTER DATABASE telemetry SET default_transaction_read_only = ${value}`,
      );
      await server().query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name LIKE 'action-telemetry%'`,
      );
    };
    await setReadOnly("on");
    await expect(store.check()).rejects.toThrow(/./u);
    await untilResolved(() => store.totals(actions));
    await expect(store.check()).rejects.toThrow(/read-only/u);
    await setReadOnly("off");
    await untilResolved(() => store.check());
  });
});
