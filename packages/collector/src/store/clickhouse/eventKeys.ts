import type { StoredEvent } from "../StoredEvent.ts";
import type { Completed } from "./LogRow.ts";

/** What names an event: the same ID of another user is another event. */
export interface EventKey {
  readonly person: string;
  readonly id: string;
}

/** The key as one text. No checked text can hold a line feed, so that joining is unambiguous. */
export function keyText({ person, id }: EventKey): string {
  return `${person}\n${id}`;
}

/** The key of an event. */
export function keyOf({ anonymizedUserId: person, id }: StoredEvent): EventKey {
  return { person, id };
}

/** The key of the event that another completes. */
export function completedKeyOf({ anonymizedUserId, of }: StoredEvent): EventKey | undefined {
  return of === undefined ? undefined : { person: anonymizedUserId, id: of };
}

/** What these events are counted under, by `keyText`. The first of two with one key stands. */
export function executionsByKey(events: readonly StoredEvent[]): Map<string, Completed> {
  return new Map(
    events.toReversed().map((event) => {
      const { kind, name, surface = "", trigger = "" } = event;
      return [keyText(keyOf(event)), { kind, name, surface, trigger }];
    }),
  );
}
