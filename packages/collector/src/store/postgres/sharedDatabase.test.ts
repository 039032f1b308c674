import { beforeAll, beforeEach, afterEach, describe, expect, it } from "vitest";
import { testNow } from "../../testing/batches.ts";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { dayMs } from "../../time/calendar.ts";
import { actions, delivery, record, today } from "../../testing/conformance/storeRecords.ts";
import type { AppendResult } from "../EventRecord.ts";
import type { EventStore } from "../EventStore.ts";
import { openPostgresStore } from "./openPostgresStore.ts";

describe.skipIf(lacksPostgres)(`Two collectors on one database${postgresNote}`, () => {
  const server = usePostgres();
  let one: EventStore;
  let other: EventStore;
  beforeAll(async () => {});
  beforeEach(async () => {
    const url = await server().createSchema();
    // Both at once: each must find the database ready, whoever makes it so.
    [one, other] = await Promise.all([openPostgresStore(url), openPostgresStore(url)]);
  });
  afterEach(() => Promise.all([one.close(), other.close()]));

  it("store what both are sent once, and count it once", async () => {
    const rounds = Array.from({ length: 20 }, (_, round) =>
      Array.from({ length: 25 }, (__, n) =>
        // The second goes through the same events the other way, which is how deadlocks come about.
        record(round * 25 + n, {
          name: `action.${n % 7}`,
          occurredAt: testNow - (n % 3) * dayMs,
        }),
      ),
    );
    const results = await Promise.all([
      ...rounds.map((events) => one.append(delivery(events))),
      ...rounds.toReversed().map((events) => other.append(delivery(events.toReversed()))),
    ]);
    const sum = (key: "accepted" | "duplicates") =>
      results.reduce((total, result) => total + result[key], 0);
    expect([sum("accepted"), sum("duplicates")]).toEqual([500, 500]);
    expect(await other.totals(actions)).toEqual({
      executions: 500,
      users: 1,
      names: 7,
      synthetic: 0,
    });
    expect(await one.size()).toMatchObject({ event: 500, person: 21 });
  });

  it("share people, actions and partitions that both meet for the first time", async () => {
    const meet = (store: EventStore, first: number) =>
      Promise.all(
        Array.from({ length: 30 }, (_, n) =>
          store.append(
            delivery([record(first + n, { name: `action.${n}` })], {
              anonymizedUserId: `user-${n}`,
            }),
          ),
        ),
      );
    await Promise.all([meet(one, 0), meet(other, 1000)]);
    expect(await one.totals(actions)).toMatchObject({ executions: 60, users: 30, names: 30 });
  });

  it("take people whom nobody knows while others are only just being made known", async () => {
    const appends: Promise<AppendResult>[] = [];
    for (let n = 0; n < 40; n += 1) {
      appends.push(one.append(delivery([record(n)], { anonymizedUserId: `new-${n}` })));
      // About as long as it takes to make somebody known.
      await other.check();
    }
    const results = await Promise.all(appends);
    expect(results.every(({ accepted }) => accepted === 1)).toBe(true);
    expect(await one.totals(actions)).toMatchObject({ executions: 40, users: 40 });
  });

  it("read on where the other has stored, and miss nothing that is committed out of turn", async () => {
    const seen = new Set<string>();
    let after: string | undefined;
    const readOn = async () => {
      const page = await one.scan({ limit: 10_000, after });
      for (const { id } of page.events) seen.add(id);
      after = page.end;
    };
    for (let round = 0; round < 10; round += 1) {
      const appends = [one, other].flatMap((store, index) =>
        Array.from({ length: 5 }, (_, n) =>
          store.append(
            delivery(
              Array.from({ length: 10 }, (__, event) =>
                record(round * 100 + index * 50 + n * 10 + event),
              ),
              { anonymizedUserId: `user-${n}` },
            ),
          ),
        ),
      );
      await Promise.all([...appends, readOn(), readOn().then(readOn)]);
    }
    await readOn();
    expect(seen.size).toBe(1000);
  });

  it("agree on who does a task, and on the ping of a week", async () => {
    const claims = await Promise.all(
      [one, other].map((store, index) =>
        store.claim("ping", `collector-${index}`, testNow, testNow + 1000),
      ),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    const pings = await Promise.all([one.keepPing(4, "one"), other.keepPing(4, "other")]);
    expect(new Set(pings.map(({ body }) => body)).size).toBe(1);
  });

  it("store nothing of a person whom the other has erased", async () => {
    await one.append(delivery([record(1)]));
    await other.append(delivery([record(2)]));
    expect(await other.erase("user-1")).toBe(2);
    const replays = await Promise.all([
      one.append(delivery([record(1), record(3)])),
      one.append(delivery([record(4)], { anonymizedUserId: "user-2" })),
    ]);
    expect(replays).toEqual([
      { accepted: 0, duplicates: 2 },
      { accepted: 1, duplicates: 0 },
    ]);
    expect(await one.totals(actions)).toMatchObject({ executions: 3, users: 1 });
    expect(await one.tallies({ unit: "day", first: today, last: today })).toEqual([
      { kind: "rejected", reason: "erased-user", count: 2 },
    ]);
  });

  it("erase a person while both store what that person does", async () => {
    const streams = [one, other].map(async (store, index) => {
      for (let n = 0; n < 40; n += 1) {
        await store.append(delivery([record(index * 100 + n)]));
        if (index === 0 && n === 20) await store.erase("user-1");
      }
    });
    await Promise.all(streams);
    expect(await one.size()).toMatchObject({ event: 0, person: 0 });
    expect(await other.latest(10)).toEqual([]);
  });
});
