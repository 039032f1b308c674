import { createWebLocks } from "../browser/createWebLocks.ts";
import type { Locks } from "../platform/Locks.ts";
import type { QueueRow, QueueStore, TelemetryStorage } from "../queue/QueueStore.ts";
import { createItems } from "./createItems.ts";
import type { ExtensionStorageArea } from "./ExtensionStorageArea.ts";

/** Where an extension keeps its queue. */
export interface ExtensionStorageOptions {
  /** `chrome.storage.local`, or `browser.storage.local`. */
  readonly area: ExtensionStorageArea;
  /** Keeps the extension's contexts from changing the queue at the same time. Defaults to Web Locks. */
  readonly locks?: Locks;
}

/**
 * A storage in the extension's own area, for its background worker, which may be ended at any moment and
 * started again. The names of its items begin with `action-telemetry:`, the instance URL and `#`.
 */
export function createExtensionStorage(options: ExtensionStorageOptions): TelemetryStorage {
  const { area, locks = createWebLocks() } = options;
  return {
    persistent: true,
    open: (instanceUrl) => createStore(`action-telemetry:${instanceUrl}#`, area, locks),
  };
}

function createStore(prefix: string, area: ExtensionStorageArea, locks: Locks): QueueStore {
  const items = createItems(prefix, area);
  /** The rows there are, as far as this context knows. */
  let known: Set<unknown> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after another in this context, and among all of them. */
  function exclusively<T>(task: () => Promise<T>): Promise<T> {
    const done = turn.then(async () => {
      const results: T[] = [];
      await locks.run(prefix, async () => void results.push(await task()));
      return results[0] as T;
    });
    turn = done.catch(() => undefined);
    return done;
  }

  async function apply(rows: readonly QueueRow[], record?: object): Promise<void> {
    await items.apply(rows, record);
    for (const { id, text } of rows) {
      if (text === "") known?.delete(id);
      else known?.add(id);
    }
  }

  return {
    async write(rows) {
      await apply(rows);
      // Looks only when this context has just begun: from then on it knows what it writes.
      known ??= new Set((await items.read()).rows.map(({ id }) => id));
      return known.size;
    },
    transact: (limit, change) =>
      exclusively(async () => {
        const { rows, record } = await items.read();
        known = new Set(rows.map(({ id }) => id));
        const outcome = change(rows.slice(0, limit), record, rows.length);
        if (outcome.rows !== undefined || outcome.record !== undefined) {
          await apply(outcome.rows ?? [], outcome.record);
        }
        return outcome.result;
      }),
    erase: () =>
      exclusively(async () => {
        known = undefined;
        await items.removeAll();
      }),
    close: () => undefined,
  };
}
