import type { TelemetryInspection } from "@action-telemetry/telemetry";
import type { ReactElement } from "react";
import { useMessages } from "../messages/useMessages.ts";

/**
 * Where events go, under which ID, and where they wait.
 * Renders a `<dl>`.
 * Records nothing.
 */
export function InspectorFacts({ inspection }: InspectorFactsProps): ReactElement {
  const messages = useMessages();
  const { instanceUrl, anonymizedUserId } = inspection;
  return (
    <dl className="at-facts">
      <div>
        <dt>{messages.inspectorInstance}</dt>
        <dd dir="ltr">{instanceUrl}</dd>
      </div>
      <div>
        <dt>{messages.inspectorAnonymousId}</dt>
        <dd>
          {anonymizedUserId === undefined ? (
            messages.inspectorNoId
          ) : (
            <code className="at-code">{anonymizedUserId}</code>
          )}
        </dd>
      </div>
      <div>
        <dt>{messages.inspectorStorage}</dt>
        <dd>{messages.inspectorKeptIn(inspection)}</dd>
      </div>
    </dl>
  );
}

/** The props of {@link InspectorFacts}. */
export interface InspectorFactsProps {
  readonly inspection: TelemetryInspection;
}
