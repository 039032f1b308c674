import { useState } from "react";
import type { StoredEvent } from "../../store/StoredEvent.ts";
import { formatMoment } from "../format/format.ts";
import { StoredEventFields } from "./StoredEventFields.tsx";

/** One event of a list. */
export interface EventItemProps {
  readonly event: StoredEvent;
  /** The moment whose day needs no mention, in milliseconds since 1970. */
  readonly now: number;
}

/** An event in one line, to be opened into everything that is kept of it: of hundreds that come, few are. */
export function EventItem({ event, now }: EventItemProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <time dateTime={new Date(event.occurredAt).toISOString()}>
          {formatMoment(event.occurredAt, now)}
        </time>
        <code>{event.name}</code>
        <span className="tags">
          {event.surface !== undefined && <span className="tag">{event.surface}</span>}
          {event.trigger !== undefined && <span className="tag">{event.trigger}</span>}
          {event.outcome !== undefined && <span className="tag">{event.outcome}</span>}
          {!event.trusted && <span className="tag">synthetic</span>}
        </span>
      </summary>
      {isOpen && <StoredEventFields event={event} />}
    </details>
  );
}
