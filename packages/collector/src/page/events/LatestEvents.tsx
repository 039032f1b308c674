import { useId } from "react";
import type { StoredEvent } from "../../store/StoredEvent.ts";
import { formatMoment } from "../format/format.ts";
import { StoredEventFields } from "./StoredEventFields.tsx";

/** The last events, each to be opened into everything that is kept of it. */
export function LatestEvents({ events }: { readonly events: readonly StoredEvent[] }) {
  const titleId = useId();
  const newest = events[0]?.receivedAt ?? 0;
  return (
    <section className="card" aria-labelledby={titleId}>
      <div className="card-head">
        <h2 id={titleId}>Last events, as stored</h2>
        <span className="count">UTC</span>
      </div>
      <p className="muted">Open one to see everything that is kept of it. There is nothing else.</p>
      <ol className="events" aria-label="Last events">
        {events.map((event) => (
          <li key={`${event.id} ${event.anonymizedUserId}`}>
            <details>
              <summary>
                <time dateTime={new Date(event.occurredAt).toISOString()}>
                  {formatMoment(event.occurredAt, newest)}
                </time>
                <code>{event.name}</code>
                <span className="tags">
                  {event.surface !== undefined && <span className="tag">{event.surface}</span>}
                  {event.trigger !== undefined && <span className="tag">{event.trigger}</span>}
                  {event.outcome !== undefined && <span className="tag">{event.outcome}</span>}
                  {!event.trusted && <span className="tag">synthetic</span>}
                </span>
              </summary>
              <StoredEventFields event={event} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
