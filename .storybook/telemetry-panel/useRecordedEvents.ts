import { useEffect, useState } from "react";
import { STORY_CHANGED } from "storybook/internal/core-events";
import { addons, useChannel } from "storybook/manager-api";
import { eventsChanged, eventsRequested, type TimedEvent } from "./messages.ts";

/** What the current story has recorded so far, oldest first. */
export function useRecordedEvents(): readonly TimedEvent[] {
  const [events, setEvents] = useState<readonly TimedEvent[]>([]);
  useChannel({
    [eventsChanged]: (next: readonly TimedEvent[]) => setEvents(next),
    [STORY_CHANGED]: () => setEvents([]),
  });
  useEffect(() => {
    addons.getChannel().emit(eventsRequested);
  }, []);
  return events;
}
