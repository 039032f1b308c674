import { describe, expect, it } from "vitest";
import { testBatch, testEvent, testEventId } from "../../testing/batches.ts";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { type CollectorProcess, startCollectorProcess } from "../../testing/startProcess.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { bucketOf } from "../../time/calendar.ts";
import type { Selection } from "../Selection.ts";
import { openPostgresStore } from "./openPostgresStore.ts";

const eventsPerBatch = 20;

/** Sends events; rejects unless they are acknowledged. */
async function post(collector: CollectorProcess, numbers: readonly number[]): Promise<void> {
  const answer = await fetch(`${collector.url}/.api/action-events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(testBatch(numbers.map((n) => testEvent(n)))),
  });
  if (answer.status !== 200) throw new Error(`The collector answered ${answer.status}.`);
}

describe.skipIf(lacksPostgres)(`Collectors that are killed${postgresNote}`, () => {
  const server = usePostgres();

  it("lose nothing they acknowledged and double nothing that another is sent again", async () => {
    const start = () =>
      startCollectorProcess({
        DATABASE_URL: server().url,
        RATE_LIMIT: "0",
        USER_RATE_LIMIT: "0",
      });
    const survivor = await start();
    const acknowledged = new Set<string>();
    let next = 0;
    for (let round = 0; round < 3; round += 1) {
      const victim = await start();
      let left = 20 + 15 * round;
      /** Resolves to what was not acknowledged at the end. */
      const sendUntilKilled = async () => {
        for (;;) {
          const numbers = Array.from({ length: eventsPerBatch }, () => (next += 1));
          try {
            await post(victim, numbers);
          } catch {
            return numbers;
          }
          for (const n of numbers) acknowledged.add(testEventId(n));
          left -= 1;
          if (left === 0) victim.child.kill("SIGKILL");
        }
      };
      const unsure = await Promise.all(Array.from({ length: 8 }, sendUntilKilled));
      // A client that got no answer sends the same again, to whom the balancer leads it.
      for (const numbers of unsure) {
        await post(survivor, numbers);
        for (const n of numbers) acknowledged.add(testEventId(n));
      }
      expect(await victim.ended).toBe("SIGKILL");
    }
    survivor.child.kill("SIGTERM");
    expect(await survivor.ended).toBe(0);

    const store = await openPostgresStore(server().url);
    const { events } = await store.scan({ limit: 10_000 });
    expect(new Set(events.map(({ id }) => id))).toEqual(acknowledged);
    expect(events).toHaveLength(acknowledged.size);
    const days = events.map(({ occurredAt }) => bucketOf("day", occurredAt));
    const selection: Selection = {
      period: { unit: "day", first: Math.min(...days), last: Math.max(...days) },
      kind: "action",
    };
    expect((await store.totals(selection)).executions).toBe(acknowledged.size);
    await store.close();
  });
});
