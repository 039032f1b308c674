import { expect } from "vitest";
import type { BatchAnswer } from "@action-telemetry/event-schema";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { StoredEvent } from "../store/StoredEvent.ts";
import { bucketOf } from "../time/calendar.ts";
import { testBatch, testEvent, testRequest } from "./batches.ts";
import type { CollectorProcess } from "./startProcess.ts";

const eventsPerBatch = 20;
const senders = 8;
const people = 5;

const rounds = Number(process.env["KILL_ROUNDS"] ?? 5);

/** How often a collector is killed; `pnpm test:kill` asks for more. */
export const killRounds = {
  rounds,
  leastEvents: Number(process.env["KILL_EVENTS"] ?? 2500),
  /** What a test may take, in milliseconds. */
  timeout: 180_000 + rounds * 10_000,
};

/** How often what is killed. */
export interface Killing {
  readonly rounds: number;
  /** How many events are acknowledged in all rounds, at least. */
  readonly leastEvents: number;
  /** Starts a collector. */
  start(): Promise<CollectorProcess>;
  /** Called in the midst of each round, from 0: for other accidents. */
  onMidst?(round: number): Promise<void>;
}

/** What became of what was sent. */
export interface Remains {
  /** The IDs of the events that were acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
  /** Batches that nobody answered. */
  readonly unanswered: readonly string[];
}

/** Sends events to a collector that is killed while it stores, round after round. */
export async function storeWhileKilled(killing: Killing): Promise<Remains> {
  const { rounds, leastEvents } = killing;
  const acknowledged = new Set<string>();
  const unanswered: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const collector = await killing.start();
    const least = (share: number) => (leastEvents * (round + share)) / rounds;
    const kill = () => collector.child.kill("SIGKILL");
    let accident: Promise<void> | undefined;
    const rest = await Promise.all(
      Array.from({ length: senders }, (_, sender) =>
        sendUntilKilled(collector.url, round * senders + sender, (ids) => {
          for (const id of ids) acknowledged.add(id);
          if (acknowledged.size >= least(0.5)) accident ??= killing.onMidst?.(round);
          // Not always in the same moment of a commit.
          if (acknowledged.size >= least(1)) setTimeout(kill, Math.random() * 20);
        }),
      ),
    );
    unanswered.push(...rest);
    expect(await collector.ended).toBe("SIGKILL");
    await accident;
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(leastEvents);
  return { acknowledged, unanswered };
}

/** Expects that nothing that was acknowledged is lost, nothing is there twice, and all is counted. */
export async function expectWhole(
  store: EventStore,
  { acknowledged, unanswered }: Remains,
): Promise<void> {
  // Whoever got no answer sends the same again, stored or not.
  const { app } = createCollector({ store });
  for (const body of [...unanswered, ...unanswered]) {
    const answer = (await (await app.fetch(testRequest(body))).json()) as BatchAnswer;
    expect(answer.accepted + answer.duplicates).toBe(eventsPerBatch);
  }
  const stored = await readAll(store);
  const ids = new Set(stored.map(({ id }) => id));
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  expect(ids.size).toBe(stored.length);
  expect(await countsOf(store)).toEqual(countsIn(stored));
}

/**
 * Sends batches one after another until nobody answers; every third is sent twice, as by a client that got no answer, and
 * what is refused is sent until it is taken. Resolves to the one that was not answered.
 */
async function sendUntilKilled(
  url: string,
  sender: number,
  onAcknowledged: (ids: readonly string[]) => void,
): Promise<string> {
  for (let batch = 0; ; batch += 1) {
    const first = sender * 10_000_000 + batch * eventsPerBatch;
    const events = Array.from({ length: eventsPerBatch }, (_, n) =>
      testEvent(first + n, { name: `action.${n % 7}` }),
    );
    const anonymizedUserId = `user-${(sender + batch) % people}`;
    const body = JSON.stringify(testBatch(events, { anonymizedUserId }));
    try {
      if (batch % 3 === 0) void postJson(url, body).catch(() => undefined);
      while ((await postJson(url, body)).status !== 200);
      onAcknowledged(events.map(({ id }) => id));
    } catch {
      return body;
    }
  }
}

async function readAll(store: EventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.scan({ after, limit: 10_000 });
    events.push(...page.events);
    if (page.isLast) return events;
    after = page.end;
  }
}

/** What the roll-ups say. */
async function countsOf(store: EventStore): Promise<unknown> {
  const last = bucketOf("day", Date.now());
  const selection = {
    period: { unit: "day", first: last - 100, last },
    kind: "action",
  } as const;
  const { executions, users } = await store.totals(selection);
  const names = await store.breakdown(selection, "name");
  return { executions, users, names: new Map(names.map((row) => [row.key, row.executions])) };
}

/** What the events say. */
function countsIn(events: readonly StoredEvent[]): unknown {
  const names = new Map<string, number>();
  for (const { name } of events) names.set(name, (names.get(name) ?? 0) + 1);
  const users = new Set(events.map(({ anonymizedUserId }) => anonymizedUserId)).size;
  return { executions: events.length, users, names };
}

function postJson(url: string, body: string): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(`${url}/.api/action-events`, { method: "POST", headers, body });
}
