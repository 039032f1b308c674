import type { StoredEvent } from "../StoredEvent.ts";

/** An event, with which of the lists it comes from. */
export interface MergedEvent {
  readonly event: StoredEvent;
  readonly list: number;
}

/** Makes one list of several, each of which keeps its order: the event received first comes first. */
export function mergeByReceipt(lists: readonly (readonly StoredEvent[])[]): readonly MergedEvent[] {
  const next = lists.map(() => 0);
  const merged: MergedEvent[] = [];
  for (;;) {
    let first: MergedEvent | undefined;
    for (const [list, events] of lists.entries()) {
      const event = events[next[list] ?? 0];
      if (event === undefined) continue;
      if (first === undefined || event.receivedAt < first.event.receivedAt) first = { event, list };
    }
    if (first === undefined) return merged;
    next[first.list] = (next[first.list] ?? 0) + 1;
    merged.push(first);
  }
}
