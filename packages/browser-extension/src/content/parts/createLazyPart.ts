import { createStore, type Store } from "../background/createStore.ts";

/** A part that is there once it was asked for. */
export interface LazyPart<T> extends Pick<Store<T | undefined>, "getSnapshot" | "subscribe"> {
  /** Asks for it. Resolves to whether it is there. */
  readonly load: () => Promise<boolean>;
}

/** Makes a part that nobody has asked for yet. */
export function createLazyPart<T>(load: () => Promise<T | undefined>): LazyPart<T> {
  const { getSnapshot, subscribe, set } = createStore<T | undefined>(undefined);
  return {
    getSnapshot,
    subscribe,
    async load() {
      if (getSnapshot() === undefined) set(await load());
      return getSnapshot() !== undefined;
    },
  };
}
