import type { EventBatch } from "@action-telemetry/event-schema";
import { type Locks, noLocks } from "../platform/Locks.ts";
import type { IdentifiedRecord, Queue, Settlement, Taken } from "../queue/Queue.ts";
import type { QueueRow } from "../queue/QueueStore.ts";
import { createSender } from "../sender/createSender.ts";
import type { SendResult, Transport } from "../transport/Transport.ts";
import { createManualClock } from "./createManualClock.ts";

/** A row of one event. */
export const row = (id: string, pad = ""): QueueRow => ({ id, text: JSON.stringify({ id, pad }) });

/** What was sent, and the way to answer it. */
export interface SenderRequest {
  readonly ids: readonly string[];
  readonly bytes: number;
  readonly keepalive: boolean;
  readonly batch: EventBatch;
  answer(result: SendResult): void;
}

/** What a test may be in charge of besides. */
export interface SenderFixtureOptions {
  readonly locks?: Locks;
  readonly isDurable?: boolean;
}

/** What a test can see and change. */
function createWorld() {
  return {
    latest: { anonymousId: "anonymous", dropped: {} } as IdentifiedRecord | undefined,
    rows: [] as QueueRow[],
    more: {} as Partial<Taken>,
    yields: true,
    /** Resolves before `take` does. */
    look: Promise.resolve(),
    calls: [] as string[],
    settled: [] as Settlement[],
    requests: [] as SenderRequest[],
    announced: [] as (readonly string[])[],
    changes: 0,
  };
}

type World = ReturnType<typeof createWorld>;

function createFakeQueue(world: World): Queue {
  return {
    isIntact: true,
    get latest() {
      return world.latest;
    },
    pending: [],
    pendingDrops: {},
    yield: () => world.yields,
    add: () => undefined,
    drop: () => undefined,
    open: () => undefined,
    shut: () => undefined,
    erase: () => Promise.resolve(),
    close: () => undefined,
    persist: (atOnce) => {
      world.calls.push(`persist ${String(atOnce)}`);
      return Promise.resolve();
    },
    fresh: (isFree) => {
      world.calls.push("fresh");
      return world.rows.filter(({ id }) => isFree(id));
    },
    async take() {
      world.calls.push("take");
      const { more, rows } = world;
      world.more = {};
      await world.look;
      return { anonymousId: "anonymous", dropped: {}, ...world.latest, rows, ...more };
    },
    settle(settlement) {
      world.settled.push(settlement);
      const changed = new Map(settlement.rows?.map((one) => [one.id, one]));
      const rows = world.rows.map((one) => changed.get(one.id) ?? one);
      world.rows = rows.filter((one) => one.text !== "");
      if (world.latest) world.latest = { ...world.latest, retry: settlement.retry };
      return Promise.resolve();
    },
    peek: () => Promise.reject(new Error("not asked for")),
  };
}

function createFakeTransport(world: World): Transport {
  return {
    name: "test",
    encode: (batch) => JSON.stringify(batch),
    send: (body, { keepalive }) =>
      new Promise((resolve) => {
        const batch = JSON.parse(body) as EventBatch;
        const ids = batch.events.map(({ id }) => id);
        world.requests.push({ ids, bytes: body.length, keepalive, batch, answer: resolve });
      }),
  };
}

/** A sender on a queue, locks and a network that the test is in charge of. */
export function createSenderFixture(options: SenderFixtureOptions = {}) {
  const { locks = noLocks, isDurable = true } = options;
  const clock = createManualClock();
  const world = createWorld();
  const sender = createSender({
    queue: createFakeQueue(world),
    clock,
    locks,
    random: (length) => new Uint8Array(length),
    transport: createFakeTransport(world),
    identity: {
      source: "WEB",
      sourcegraphURL: "https://instance.example",
      platform: "web",
      client: { name: "test", version: "1" },
    },
    isDurable: () => isDurable,
    announce: (ids) => void world.announced.push(ids),
    onChange: () => void (world.changes += 1),
  });
  return {
    sender,
    clock,
    world,
    /** Starts, and looks through the store once. */
    async start() {
      sender.start();
      sender.wake();
      await clock.settle();
      world.calls.length = 0;
      world.announced.length = 0;
    },
    /** Answers the last request. */
    async answer(result: SendResult = { kind: "accepted" }) {
      world.requests.at(-1)?.answer(result);
      await clock.settle();
    },
    /** The IDs of the events of every request. */
    sent: () => world.requests.map(({ ids }) => ids.join()),
    retry: { kind: "retry", reason: "http-503" } as SendResult,
  };
}
