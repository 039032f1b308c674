import type { Locks } from "../platform/Locks.ts";
import type {
  QueueRow,
  QueueStore,
  StoreChange,
  StoredRow,
  TelemetryStorage,
} from "../queue/QueueStore.ts";
import { createWebLocks } from "../browser/createWebLocks.ts";
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
 * started again: every row is an item of its own, `action-telemetry:`, the instance URL, `#` and the ID,
 * and one more is the record. An area has no transactions, so what belongs together is written by one
 * call; a row that is to go is emptied by it, and removed after.
 */
export function createExtensionStorage(options: ExtensionStorageOptions): TelemetryStorage {
  const { area, locks = createWebLocks() } = options;
  return {
    persistent: true,
    open: (instanceUrl) => createStore(`action-telemetry:${instanceUrl}#`, area, locks),
  };
}

/** What the area holds of one instance. */
interface Contents {
  /** Oldest first, the emptied ones left out. */
  readonly rows: readonly StoredRow[];
  readonly record: unknown;
  /** The keys of everything, the emptied rows and the record among it. */
  readonly keys: readonly string[];
}

function createStore(prefix: string, area: ExtensionStorageArea, locks: Locks): QueueStore {
  const recordKey = `${prefix}record`;
  const rowPrefix = `${prefix}row:`;
  /** The rows there are, as far as this context knows. */
  let known: Set<string> | undefined;

  async function read(): Promise<Contents> {
    const items = await area.get(null);
    const keys = Object.keys(items).filter((key) => key.startsWith(prefix));
    const rows = keys
      .filter((key) => key.startsWith(rowPrefix) && items[key] !== "")
      .toSorted()
      .map((key) => ({ id: key.slice(rowPrefix.length), text: items[key] }));
    return { rows, record: items[recordKey], keys };
  }

  /** Asks for everything at once, so that it happens even if this context ends; then clears away. */
  async function apply(rows: readonly QueueRow[], record?: object): Promise<void> {
    const items = Object.fromEntries(rows.map(({ id, text }) => [rowPrefix + id, text]));
    const emptied = rows.filter(({ text }) => text === "").map(({ id }) => id);
    await area.set(record === undefined ? items : { ...items, [recordKey]: record });
    for (const { id } of rows) known?.add(id);
    for (const id of emptied) known?.delete(id);
    if (emptied.length > 0) await area.remove(emptied.map((id) => rowPrefix + id));
  }

  /** Looks only when this context has just begun: from then on it knows what it writes. */
  async function count(): Promise<number> {
    known ??= new Set((await read()).rows.map(({ id }) => String(id)));
    return known.size;
  }

  return {
    async write(rows) {
      await apply(rows);
      return count();
    },
    transact<T>(limit: number, change: Change<T>) {
      return locks.run(recordKey, async () => {
        const { rows, record } = await read();
        known = new Set(rows.map(({ id }) => String(id)));
        const outcome = change(rows.slice(0, limit), record, rows.length);
        if (outcome.rows !== undefined || outcome.record !== undefined) {
          await apply(outcome.rows ?? [], outcome.record);
        }
        return outcome.result;
      });
    },
    erase: () =>
      locks.run(recordKey, async () => {
        known = undefined;
        const { keys } = await read();
        if (keys.length > 0) await area.remove([...keys]);
      }),
    close: () => undefined,
  };
}

type Change<T> = (rows: readonly StoredRow[], record: unknown, count: number) => StoreChange<T>;
