import type { StoredEvent } from "../../store/StoredEvent.ts";
import type { ApiClient } from "../api/createApiClient.ts";

/** The events that have come, newest first. */
export interface TailSnapshot {
  /** Whether the instance has answered at all. */
  readonly isRead: boolean;
  readonly events: readonly StoredEvent[];
  /** Events that came since the pause; not shown yet. */
  readonly waiting: readonly StoredEvent[];
  readonly isPaused: boolean;
  /** Whether events came faster than they can be read, so that some are not shown. */
  readonly hasGap: boolean;
}

/** Follows what is stored, by whichever collector. */
export interface Tail {
  getSnapshot(): TailSnapshot;
  subscribe(listener: () => void): () => void;
  /** Reads what has come since the last time. Never rejects. */
  read(): Promise<void>;
  pause(): void;
  /** Shows what waited. */
  resume(): void;
}

/** How many events are kept to be shown. */
const capacity = 500;

/** How many are asked for at once, and how often in a row: more than that nobody can read. */
const pageSize = 200;
const mostPages = 3;

const nothing: TailSnapshot = {
  isRead: false,
  events: [],
  waiting: [],
  isPaused: false,
  hasGap: false,
};

/** Makes a tail; nothing is read before `read`. */
export function createTail(client: Pick<ApiClient, "events">): Tail {
  const listeners = new Set<() => void>();
  let snapshot = nothing;
  let end: string | undefined;
  let reading: Promise<void> | undefined;
  let isBehind = false;

  const set = (next: TailSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  const add = (events: readonly StoredEvent[]) => {
    const fresh = withoutKnown(events, [...snapshot.waiting, ...snapshot.events]);
    if (fresh.length === 0) return;
    const field = snapshot.isPaused ? "waiting" : "events";
    set({ ...snapshot, [field]: [...fresh, ...snapshot[field]].slice(0, capacity) });
  };
  /** Resolves to whether there is more. */
  const readPage = async () => {
    const answer = await client.events(pageSize, end);
    if (!answer.ok) return false;
    if (!snapshot.isRead) set({ ...snapshot, isRead: true });
    add(answer.value.events);
    end = answer.value.end;
    return !answer.value.isLast;
  };
  const readPages = async () => {
    for (let page = 0; page < mostPages; page += 1) if (!(await readPage())) return;
    end = undefined;
    set({ ...snapshot, hasGap: true });
    await readPage();
  };
  const run = async () => {
    do {
      isBehind = false;
      await readPages();
    } while (isBehind);
    reading = undefined;
  };
  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read() {
      isBehind = reading !== undefined;
      reading ??= run();
      return reading;
    },
    pause: () => set({ ...snapshot, isPaused: true }),
    resume() {
      const events = [...snapshot.waiting, ...snapshot.events].slice(0, capacity);
      set({ ...snapshot, events, waiting: [], isPaused: false, hasGap: false });
    },
  };
}

function withoutKnown(events: readonly StoredEvent[], known: readonly StoredEvent[]) {
  const keys = new Set(known.map(keyOf));
  return events.filter((event) => !keys.has(keyOf(event)));
}

/** What tells an event from every other. */
export function keyOf({ id, anonymizedUserId }: StoredEvent): string {
  return `${id} ${anonymizedUserId}`;
}
