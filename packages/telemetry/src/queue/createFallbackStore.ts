import type { Clock } from "../platform/Clock.ts";
import type { QueueStore } from "./QueueStore.ts";
import { FreshEvents } from "./FreshEvents.ts";
import { createMemoryStore } from "./createMemoryStorage.ts";
import { parseRecord } from "./QueueRecord.ts";

/** How long a storage may take to answer before it counts as blocked, in milliseconds. */
const patience = 10_000;

/** A store that cannot fail. */
export interface FallbackStore extends QueueStore {
  /** Whether it still works on the storage it was given. */
  readonly intact: boolean;
}

/**
 * Stands in front of a store that may throw, be blocked or be full. At the first failure it goes over
 * to memory for good, with what could not be written and the anonymous ID; what is stored already
 * waits there for the next start.
 *
 * @param open - Opens the store when it is first needed.
 */
export function createFallbackStore(open: () => QueueStore, clock: Clock): FallbackStore {
  let memory: QueueStore | undefined;
  let opened: QueueStore | undefined;
  // Inside `within`, so that a storage that throws when it is opened is one that does not work.
  const store = () => (opened ??= open());
  let anonymousId: string | undefined;
  let erasures = 0;
  /** What this page has written and nobody has removed: a storage that can no longer be read keeps it. */
  const written = new FreshEvents();

  function fall(): QueueStore {
    memory ??= createMemoryStore({ anonymousId }, written.all());
    written.clear();
    return memory;
  }

  async function attempt<T>(
    operation: (target: QueueStore) => Promise<T>,
    fallback: (target: QueueStore) => Promise<T> = operation,
  ): Promise<T> {
    if (memory !== undefined) return operation(memory);
    try {
      return await within(operation, store, clock);
    } catch {
      return fallback(fall());
    }
  }

  return {
    get intact() {
      return memory === undefined;
    },
    async append(rows) {
      const before = erasures;
      const count = await attempt(
        (target) => target.append(rows),
        // Rows that were recorded before an erasure must not come back after it.
        (target) => target.append(erasures === before ? rows : []),
      );
      if (memory === undefined && erasures === before) written.add(rows);
      return count;
    },
    transact: (limit, change) =>
      attempt((target) =>
        target.transact(limit, (rows, record) => {
          const result = change(rows, record);
          anonymousId = parseRecord(result.record ?? record).anonymousId;
          written.forget(result.remove ?? []);
          return result;
        }),
      ),
    async erase() {
      erasures += 1;
      anonymousId = undefined;
      written.clear();
      // Also after going over to memory: what the storage kept from before must go if it can.
      const erased = within((target) => target.erase(), store, clock).catch(fall);
      await Promise.all([erased, memory?.erase()]);
    },
    close() {
      opened?.close();
    },
  };
}

function within<T>(
  operation: (target: QueueStore) => Promise<T>,
  store: () => QueueStore,
  clock: Clock,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.setTimer(
      () => reject(new Error("The storage does not answer.")),
      patience,
    );
    // The detour turns an exception into a rejection, and still runs the operation at once.
    new Promise<T>((settle) => settle(operation(store()))).then(resolve, reject).finally(cancel);
  });
}
