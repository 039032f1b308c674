import type { DropCounts } from "@action-telemetry/telemetry";
import type { ReactElement } from "react";
import { useMessages } from "../messages/useMessages.ts";
import type { HeadingLevel } from "../panel/HeadingLevel.ts";
import { InspectorPart } from "./InspectorPart.tsx";

/**
 * What was lost and the instance does not know of yet: how often, and why, in words.
 * Renders a `<section>`.
 * Records nothing.
 */
export function LostEvents({ dropped, headingLevel }: LostEventsProps): ReactElement {
  const messages = useMessages();
  const reasons = Object.entries(dropped).sort(([, a], [, b]) => b - a);
  return (
    <InspectorPart
      title={messages.lostTitle}
      count={reasons.reduce((sum, [, count]) => sum + count, 0)}
      empty={messages.lostEmpty}
      headingLevel={headingLevel}
    >
      <ul className="at-rows">
        {reasons.map(([reason, count]) => (
          <li key={reason} className="at-row">
            <span className="at-count">{count.toLocaleString()}</span>
            <span className="at-row-text">{messages.lostReason(reason)}</span>
            <code className="at-code at-row-detail">{reason}</code>
          </li>
        ))}
      </ul>
    </InspectorPart>
  );
}

/** The props of {@link LostEvents}. */
export interface LostEventsProps {
  readonly dropped: DropCounts;
  readonly headingLevel: HeadingLevel;
}
