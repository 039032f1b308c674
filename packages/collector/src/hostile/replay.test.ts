import type { EventBatch } from "@action-telemetry/event-schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import type { EventStore } from "../store/EventStore.ts";
import { testBatch, testEvent, testNow, testRequest } from "../testing/batches.ts";
import { dayMs } from "../time/calendar.ts";

const clock = { now: () => testNow };

async function withStore<T>(
  run: (store: EventStore, send: (batch: object) => Promise<unknown>) => Promise<T>,
): Promise<T> {
  const store = openSqliteStore(":memory:");
  const { app } = createCollector({ store, clock });
  try {
    return await run(store, async (batch) =>
      (await app.fetch(testRequest(JSON.stringify(batch)))).json(),
    );
  } finally {
    await store.close();
  }
}

/** All that is counted and kept, whatever the order it came in. */
async function contents(store: EventStore): Promise<unknown> {
  const today = Math.floor(testNow / dayMs);
  const period = { unit: "day", first: today - 95, last: today + 1 } as const;
  const selection = { period, kind: "action" } as const;
  const events = await store.latest(200);
  return {
    ids: events
      .map(({ anonymizedUserId, id, name }) => `${anonymizedUserId} ${id} ${name}`)
      .toSorted(),
    totals: await store.totals(selection),
    series: await store.series(selection),
    names: await store.breakdown(selection, "name"),
  };
}

describe("What is sent again", () => {
  it("changes nothing: repeated, at once, split, in any order, among others", async () => {
    const events = Array.from({ length: 12 }, (_, n) => testEvent(n, { name: `a${n % 3}` }));
    const expected = await withStore(async (store, send) => {
      await send(testBatch(events));
      return contents(store);
    });
    const part = fc.shuffledSubarray(events, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(part, { maxLength: 4 }), { maxLength: 4 }),
        async (rounds) => {
          const found = await withStore(async (store, send) => {
            // The parts of a round at once, then the next round; in the end everything, ten times.
            for (const parts of rounds)
              await Promise.all(parts.map((some) => send(testBatch(some))));
            await Promise.all(Array.from({ length: 10 }, () => send(testBatch(events))));
            return contents(store);
          });
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("An ID that somebody else has used", () => {
  it("is no obstacle: the same ID of another user is another event", async () => {
    await withStore(async (store, send) => {
      await send(testBatch([testEvent(1, { name: "poison" })], { anonymizedUserId: "attacker" }));
      expect(await send(testBatch([testEvent(1)]))).toMatchObject({ accepted: 1, duplicates: 0 });
      expect(await store.latest(10)).toHaveLength(2);
    });
  });

  it("keeps what came first under the same user, and the other is counted as sent again", async () => {
    await withStore(async (store, send) => {
      await send(testBatch([testEvent(1)]));
      expect(await send(testBatch([testEvent(1, { name: "other" })]))).toMatchObject({
        duplicates: 1,
      });
      expect((await store.latest(10)).map(({ name }) => name)).toEqual(["git.blame.toggle"]);
      const today = Math.floor(testNow / dayMs);
      expect(await store.tallies({ unit: "day", first: today, last: today })).toContainEqual({
        kind: "duplicate",
        reason: "sent-again",
        count: 1,
      });
    });
  });
});

describe("A clock that is nonsense", () => {
  const send = (time: string, sentAt = new Date(testNow).toISOString()) =>
    withStore(async (store, post) => {
      const answer = await post({
        ...testBatch([testEvent(1, { time })], { sentAt }),
      } satisfies EventBatch);
      const today = Math.floor(testNow / dayMs);
      const period = { unit: "day", first: today - 200, last: today + 40_000 } as const;
      const series = await store.series({ period, kind: "action" });
      const tallies = await store.tallies({ unit: "day", first: today, last: today });
      const clocks = tallies.filter(({ kind }) => kind === "clock");
      return { answer, clocks, days: series.map(({ bucket }) => bucket - today) };
    });

  it.each([
    ["of another millennium", "+275760-09-13T00:00:00.000Z"],
    ["before Christ", "-000001-01-01T00:00:00.000Z"],
    ["of no calendar", "2026-02-30T00:00:00.000Z"],
    ["in words", "yesterday"],
    ["that is none", "NaN"],
    ["in seconds", "1795348800"],
    ["without a zone", "2026-11-22T12:00:00.000"],
  ])("is refused: %s", async (_what, time) => {
    const { answer, days } = await send(time);
    expect(answer).toMatchObject({ accepted: 0, rejected: [{ index: 0, reason: "invalid-time" }] });
    expect(days).toEqual([]);
  });

  it.each([
    ["a year ahead", "2027-11-22T12:00:00.000Z", 0, "future"],
    ["at the end of time", "9999-12-31T23:59:59.999Z", 0, "future"],
    ["at the beginning of time", "0001-01-01T00:00:00.000Z", -93, "past"],
    ["in 1970", "1970-01-01T00:00:00.000Z", -93, "past"],
  ])(
    "displaces no day but one that is kept, and is counted: %s",
    async (_what, time, day, reason) => {
      const { days, clocks } = await send(time);
      expect(days).toEqual([day]);
      expect(clocks).toEqual([{ kind: "clock", reason, count: 1 }]);
    },
  );

  it("is not counted where it is right (control)", async () => {
    const { days, clocks } = await send("2026-11-21T12:00:00.000Z");
    expect([days, clocks]).toEqual([[-1], []]);
  });

  it("is corrected by when the batch left, and cannot be used to reach the future", async () => {
    const ahead = new Date(testNow + 400 * dayMs).toISOString();
    expect((await send(ahead, ahead)).days).toEqual([0]);
    expect((await send(ahead, "0001-01-01T00:00:00.000Z")).days).toEqual([0]);
  });
});
