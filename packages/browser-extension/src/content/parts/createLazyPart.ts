import { createStore, type Store } from "../background/createStore.ts";
import type { PartName } from "../../messages/PartName.ts";
import type { PartContents, Parts } from "./Parts.ts";

/** A part that is there once it was asked for. */
export interface LazyPart<N extends PartName> extends Pick<
  Store<PartContents[N] | undefined>,
  "getSnapshot" | "subscribe"
> {
  /** Asks for it. Resolves to whether it is there. */
  readonly load: () => Promise<boolean>;
}

/** Makes a part that nobody has asked for yet. */
export function createLazyPart<N extends PartName>(parts: Parts, name: N): LazyPart<N> {
  const { getSnapshot, subscribe, set } = createStore<PartContents[N] | undefined>(undefined);
  return {
    getSnapshot,
    subscribe,
    async load() {
      if (getSnapshot() === undefined) set(await parts.load(name));
      return getSnapshot() !== undefined;
    },
  };
}
