/** Where a palette keeps what it remembers: the part of `Storage` that is needed. */
export type PaletteStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where it is kept, and who tells of other tabs. */
export interface PaletteStorageOptions {
  /** Absent: in memory only. Whatever it throws is taken for an empty or full storage. */
  readonly storage?: PaletteStorage | undefined;
  /** The key in the storage. */
  readonly key?: string | undefined;
  /** Tells of what other tabs write, by `storage` events. @default the window */
  readonly events?: Pick<EventTarget, "addEventListener" | "removeEventListener"> | undefined;
}

/** The storage of this browser profile, where it offers one. */
export function findStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    // Asking for it throws where cookies are blocked.
    return undefined;
  }
}
