import type { TelemetryInspection } from "@action-telemetry/telemetry";
import { memo, useState, type ReactElement } from "react";
import { useMessages } from "../messages/useMessages.ts";
import { Disclosure } from "../panel/Disclosure.tsx";
import type { HeadingLevel } from "../panel/HeadingLevel.ts";
import { PlainButton } from "../panel/PlainButton.tsx";
import { InspectorPart } from "./InspectorPart.tsx";
import { JsonText } from "./JsonText.tsx";

type QueuedEvent = TelemetryInspection["queue"][number];

/** How many rows are shown at first, and how many more each time. */
const firstRows = 50;
const moreRows = 200;

/**
 * The events that will be sent, newest first; each opens to the text that will stand in the batch.
 * Of a long queue only the newest are made, and more on demand.
 * Renders a `<section>`.
 * Records nothing.
 */
export function QueuedEvents({ queue, headingLevel }: QueuedEventsProps): ReactElement {
  const messages = useMessages();
  const [most, setMost] = useState(firstRows);
  const shown = queue.slice(-most).toReversed();
  const hidden = queue.length - shown.length;
  return (
    <InspectorPart
      title={messages.queueTitle}
      count={queue.length}
      empty={messages.queueEmpty}
      headingLevel={headingLevel}
    >
      <ul className="at-rows">
        {shown.map((event) => (
          <QueuedEventRow key={event.id} event={event} />
        ))}
      </ul>
      {hidden > 0 && (
        <div className="at-more">
          <span>{messages.queueMore(hidden)}</span>
          <PlainButton variant="quiet" onClick={() => setMost(most + moreRows)}>
            {messages.queueShowMore(Math.min(hidden, moreRows))}
          </PlainButton>
        </div>
      )}
    </InspectorPart>
  );
}

/** An event never changes, so that a row is made once. */
const QueuedEventRow = memo(
  function QueuedEventRow({ event }: { readonly event: QueuedEvent }): ReactElement {
    const messages = useMessages();
    const origin = [event.surface, event.trigger].filter((part) => part !== undefined).join(" · ");
    const summary = (
      <>
        <code className="at-code">{event.name}</code>
        {event.alt === true && <span className="at-tag">{messages.queueAlternative}</span>}
        {event.arguments !== undefined && (
          <span className="at-tag" data-tone="accent">
            {messages.queueArguments}
          </span>
        )}
        <span className="at-row-detail">{origin}</span>
        <time className="at-row-time" dateTime={event.time}>
          {messages.formatTime(event.time)}
        </time>
      </>
    );
    return (
      <li>
        <Disclosure summary={summary}>
          {() => <JsonText text={JSON.stringify(event)} label={event.name} />}
        </Disclosure>
      </li>
    );
  },
  (before, after) => before.event.id === after.event.id,
);

/** The props of {@link QueuedEvents}. */
export interface QueuedEventsProps {
  /** Oldest first. */
  readonly queue: readonly QueuedEvent[];
  readonly headingLevel: HeadingLevel;
}
