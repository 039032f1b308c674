import type { EventStore } from "../store/EventStore.ts";
import type { EventsAnswer } from "./answers/recordAnswers.ts";

/** What is asked of the stored events. */
export interface EventsQuery {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** The events stored last, or those that were stored after an `end`; newest first. */
export async function readEvents(
  store: Pick<EventStore, "end" | "latest" | "scan">,
  { limit, after }: EventsQuery,
): Promise<EventsAnswer> {
  if (after === undefined) {
    // The end comes first: what is stored in between is answered twice rather than never.
    const end = await store.end();
    return { events: await store.latest(limit), end, isLast: true };
  }
  const { events, end, isLast } = await store.scan({ after, limit });
  return { events: events.toReversed(), end, isLast };
}
