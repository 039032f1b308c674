import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { BatchAnswer } from "@action-telemetry/event-schema";
import { expect, it } from "vitest";
import { createCollector } from "../../createCollector.ts";
import { testBatch, testEvent, testRequest } from "../../testing/batches.ts";
import { startCollectorProcess } from "../../testing/startProcess.ts";
import { bucketOf } from "../../time/calendar.ts";
import type { EventStore } from "../EventStore.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import { openSqliteStore } from "./openSqliteStore.ts";

/** `pnpm test:kill` asks for more of both. */
const rounds = Number(process.env["KILL_ROUNDS"] ?? 5);
const leastEvents = Number(process.env["KILL_EVENTS"] ?? 2500);

const eventsPerBatch = 20;
const senders = 8;
const people = 5;

it(
  `loses no acknowledged event, doubles none and counts all when it is killed ${rounds} times while it stores`,
  { timeout: 180_000 + rounds * 10_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "collector-"));
    const acknowledged = new Set<string>();
    const unanswered: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const collector = await startCollectorProcess({ DATA_DIR: folder, RATE_LIMIT: "0" });
      const least = (leastEvents * (round + 1)) / rounds;
      const kill = () => collector.child.kill("SIGKILL");
      const rest = await Promise.all(
        Array.from({ length: senders }, (_, sender) =>
          sendUntilKilled(collector.url, round * senders + sender, (ids) => {
            for (const id of ids) acknowledged.add(id);
            // Not always in the same moment of a commit.
            if (acknowledged.size >= least) setTimeout(kill, Math.random() * 20);
          }),
        ),
      );
      unanswered.push(...rest);
      expect(await collector.ended).toBe("SIGKILL");
    }

    const path = join(folder, "events.db");
    const store = openSqliteStore(path);
    // Whoever got no answer sends the same again, stored or not.
    const { app } = createCollector({ store });
    for (const body of [...unanswered, ...unanswered]) {
      const answer = (await (await app.fetch(testRequest(body))).json()) as BatchAnswer;
      expect(answer.accepted + answer.duplicates).toBe(eventsPerBatch);
    }
    const stored = await readAll(store);
    const ids = new Set(stored.map(({ id }) => id));
    expect(acknowledged.size).toBeGreaterThanOrEqual(leastEvents);
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(stored.length);
    expect(await countsOf(store)).toEqual(countsIn(stored));
    await store.close();
    const database = new DatabaseSync(path, { readOnly: true });
    expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    database.close();
    rmSync(folder, { recursive: true });
  },
);

/**
 * Sends batches one after another until nobody answers; every third is sent twice, as by a client that got no answer.
 * Resolves to the one that was not answered.
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
      const answer = await postJson(url, body);
      if (answer.status === 200) onAcknowledged(events.map(({ id }) => id));
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
