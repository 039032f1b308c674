import type { PageLocation } from "./PageLocation.ts";
import { type ReadLocation, readLocation } from "./readLocation.ts";
import { writeLocation } from "./writeLocation.ts";

/** Where the page is, and the way to elsewhere. */
export interface Navigation {
  getSnapshot(): ReadLocation;
  subscribe(listener: () => void): () => void;
  /** Goes to a location; with `replace` the way back leads past the one before. */
  go(location: PageLocation, how?: "push" | "replace"): void;
  /** Forgets what could not be read. */
  dismissProblems(): void;
}

/** Makes the navigation of a window. An address that had to be mended is replaced by the mended one. */
export function createNavigation(target: Window): Navigation {
  const listeners = new Set<() => void>();
  const readAddress = () => readLocation(new URL(target.location.href));
  const replace = ({ location }: ReadLocation) =>
    target.history.replaceState(null, "", writeLocation(location));
  let snapshot = readAddress();
  const set = (next: ReadLocation) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  if (snapshot.problems.length > 0) replace(snapshot);
  target.addEventListener("popstate", () => {
    set(readAddress());
    if (snapshot.problems.length > 0) replace(snapshot);
  });
  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go(location, how = "push") {
      const address = writeLocation(location);
      if (how === "push") target.history.pushState(null, "", address);
      else target.history.replaceState(null, "", address);
      set({ location, problems: [] });
    },
    dismissProblems: () => set({ ...snapshot, problems: [] }),
  };
}
