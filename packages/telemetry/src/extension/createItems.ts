import type { QueueRow, StoredRow } from "../queue/QueueStore.ts";
import type { ExtensionStorageArea } from "./ExtensionStorageArea.ts";

/** What the area holds of one instance. */
export interface Contents {
  /** Oldest first, the emptied ones left out. */
  readonly rows: readonly StoredRow[];
  readonly record: unknown;
}

/** The items of one instance in an area. */
export interface Items {
  read(): Promise<Contents>;
  /** Asks for everything in one call, so that it happens even if this context ends; then clears away what is emptied. */
  apply(rows: readonly QueueRow[], record?: object): Promise<void>;
  removeAll(): Promise<void>;
}

/**
 * Makes the items under a prefix: `record`, and one for each row. An area has no transactions, but
 * carries one call out as a whole.
 */
export function createItems(prefix: string, area: ExtensionStorageArea): Items {
  const recordKey = `${prefix}record`;
  const rowPrefix = `${prefix}row:`;

  return {
    async read() {
      const items = await area.get(null);
      const rows = Object.keys(items)
        .filter((key) => key.startsWith(rowPrefix) && items[key] !== "")
        .toSorted()
        .map((key) => ({ id: key.slice(rowPrefix.length), text: items[key] }));
      return { rows, record: items[recordKey] };
    },
    async apply(rows, record) {
      const items = Object.fromEntries(rows.map(({ id, text }) => [rowPrefix + id, text]));
      await area.set(record === undefined ? items : { ...items, [recordKey]: record });
      const emptied = rows.filter(({ text }) => text === "");
      if (emptied.length > 0) await area.remove(emptied.map(({ id }) => rowPrefix + id));
    },
    async removeAll() {
      const keys = Object.keys(await area.get(null)).filter((key) => key.startsWith(prefix));
      if (keys.length > 0) await area.remove(keys);
    },
  };
}
