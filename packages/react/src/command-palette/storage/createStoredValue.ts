import { createListeners, type Subscribe } from "../../listeners/createListeners.ts";
import type { PaletteStorageOptions } from "./PaletteStorage.ts";

/** A value in a storage, which other tabs may write as well. */
export interface StoredValue<Value> {
  /** The value, the same object while nobody changed it. */
  readonly get: () => Value;
  /** Replaces it by what becomes of what is in the storage now. */
  readonly change: (next: (now: Value) => Value) => void;
  readonly subscribe: Subscribe;
}

/** How a value is kept. */
export interface StoredValueOptions<Value> extends PaletteStorageOptions {
  readonly key: string;
  /** Makes a value of whatever JSON was in the storage; `undefined`: nothing, or no JSON. */
  readonly parse: (json: unknown) => Value;
  /** What to write as JSON; `undefined`: nothing needs to be kept. */
  readonly toJSON: (value: Value) => unknown;
}

/**
 * Keeps a value. What a full or forbidden storage does not take is kept in memory.
 */
export function createStoredValue<Value>(options: StoredValueOptions<Value>): StoredValue<Value> {
  const { storage, key, parse, toJSON } = options;
  const events = options.events ?? (typeof window === "undefined" ? undefined : window);
  const listeners = createListeners((notify) => {
    const onStorage = (event: Event) => {
      // A cleared storage names no key.
      const changed = (event as StorageEvent).key;
      if (changed === key || changed === null) notify();
    };
    events?.addEventListener("storage", onStorage);
    return () => events?.removeEventListener("storage", onStorage);
  });
  let text = readText();
  let value = parse(toValue(text));

  function readText(): string | null {
    try {
      return storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }
  function get(): Value {
    const now = readText();
    if (now !== text) value = parse(toValue(now));
    text = now;
    return value;
  }
  function write(next: Value): void {
    const json = toJSON(next);
    try {
      if (json === undefined) storage?.removeItem(key);
      else storage?.setItem(key, JSON.stringify(json));
    } catch {
      // Memory serves until the page is closed.
    }
    text = readText();
    value = next;
  }
  return {
    get,
    change(next) {
      write(next(get()));
      listeners.notify();
    },
    subscribe: listeners.add,
  };
}

function toValue(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
