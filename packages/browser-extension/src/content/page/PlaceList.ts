import { createStore, type Store } from "../background/createStore.ts";
import type { Place } from "./Place.ts";

/** The places of a page, in the order in which they came. */
export interface PlaceList extends Pick<Store<readonly Place[]>, "getSnapshot" | "subscribe"> {
  /** Adds a place. @returns takes it away again */
  add(place: Place): () => void;
}

/** Makes an empty list. */
export function createPlaceList(): PlaceList {
  const { getSnapshot, subscribe, set } = createStore<readonly Place[]>([]);
  return {
    getSnapshot,
    subscribe,
    add(place) {
      set([...getSnapshot(), place]);
      return () => set(getSnapshot().filter((other) => other !== place));
    },
  };
}
