import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { StoredEvent } from "../../store/StoredEvent.ts";
import type { ApiClient } from "../api/createApiClient.ts";
import { EventItem } from "../events/EventItem.tsx";
import { useNavigation } from "../location/useNavigation.ts";
import { type Tail, createTail, keyOf } from "./createTail.ts";
import { LiveControls } from "./LiveControls.tsx";

/** How many events are printed: as many as fit on a page. */
const printedEvents = 36;

/** Where events come from. */
export interface LiveViewProps {
  readonly client: ApiClient;
  readonly onNews: (listener: () => void) => () => void;
}

/** Events as they come, each to be opened into everything that is kept of it. Space pauses, / goes to the filter. */
export function LiveView({ client, onNews }: LiveViewProps) {
  const [tail] = useState(() => createTail(client));
  const { isRead, events, waiting, isPaused, hasGap } = useSyncExternalStore(
    tail.subscribe,
    tail.getSnapshot,
  );
  useEffect(() => {
    const read = () => void tail.read();
    read();
    return onNews(read);
  }, [tail, onNews]);
  const search = useRef<HTMLInputElement>(null);
  usePageKeys(tail, search);
  const { find } = useNavigation().location.look;
  const wanted = find.trim().toLowerCase();
  const shown = events.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <>
      <div className="view-head">
        <h2>Live events, as stored</h2>
        <p className="muted">
          Open one to see everything that is kept of it. There is nothing else. Times are UTC.
        </p>
      </div>
      <section className="card" aria-label="Live events">
        <LiveControls tail={tail} waiting={waiting.length} isPaused={isPaused} search={search} />
        {hasGap && (
          <p className="muted">Events come faster than they can be read; not all are shown.</p>
        )}
        <EventList events={shown} />
        {shown.length > printedEvents && (
          <p className="print-only muted">
            The latest {printedEvents} of {shown.length} that are shown.
          </p>
        )}
        {isRead && shown.length === 0 && (
          <p className="muted">
            {events.length === 0 ? "Nothing has been stored yet." : "No event here has this name."}
          </p>
        )}
      </section>
    </>
  );
}

function EventList({ events }: { readonly events: readonly StoredEvent[] }) {
  const newest = events[0]?.receivedAt ?? 0;
  return (
    <ol className="events" aria-label="Last events" onKeyDown={moveFocus}>
      {events.map((event, index) => (
        <li key={keyOf(event)} className={index < printedEvents ? undefined : "is-not-printed"}>
          <EventItem event={event} now={newest} />
        </li>
      ))}
    </ol>
  );
}

/** The arrow keys go from event to event. */
function moveFocus(event: KeyboardEvent<HTMLOListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const lines = [...event.currentTarget.querySelectorAll("summary")];
  const next = lines[lines.findIndex((line) => line === event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** The keys of the view, wherever the focus is but in a field or on something that takes them itself. */
function usePageKeys(tail: Tail, search: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.repeat;
      if (!isPlain || (event.target as Element).closest("input, button, summary, a, select"))
        return;
      if (event.key === "/") search.current?.focus();
      else if (event.key === " ") togglePause(tail);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [tail, search]);
}

function togglePause(tail: Tail): void {
  if (tail.getSnapshot().isPaused) tail.resume();
  else tail.pause();
}
