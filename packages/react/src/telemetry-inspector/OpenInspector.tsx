import { clsx } from "clsx";
import { type HTMLAttributes, type ReactElement } from "react";
import { useElementId } from "../element-id/useElementId.ts";
import { useMessages } from "../messages/useMessages.ts";
import type { HeadingLevel } from "../panel/HeadingLevel.ts";
import { PanelHeading } from "../panel/PanelHeading.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { EraseButton } from "./EraseButton.tsx";
import type { InspectedClient } from "./InspectedClient.ts";
import { InspectorFacts } from "./InspectorFacts.tsx";
import { InspectorProblems } from "./InspectorProblems.tsx";
import { LostEvents } from "./LostEvents.tsx";
import { QueuedEvents } from "./QueuedEvents.tsx";
import { readStatus } from "./readStatus.ts";
import { SentBatches } from "./SentBatches.tsx";
import { useInspection } from "./useInspection.ts";
import { useOnline } from "./useOnline.ts";

/**
 * An inspector that is shown, and follows its client.
 * Renders a `<section>`.
 * Records nothing.
 */
export function OpenInspector(props: OpenInspectorProps): ReactElement {
  const { client, headingLevel, className, ...attributes } = props;
  const messages = useMessages();
  const headingId = useElementId();
  const { inspection, failed, refresh } = useInspection(client);
  const online = useOnline();
  const status = inspection && readStatus(inspection, online);
  const retry = () => {
    refresh();
    if (!failed) void client.flush();
  };
  return (
    <section
      aria-labelledby={attributes["aria-label"] === undefined ? headingId : undefined}
      {...attributes}
      className={clsx("at-panel at-inspector", className)}
    >
      <header className="at-inspector-header">
        <PanelHeading id={headingId} level={headingLevel}>
          {messages.inspectorTitle}
        </PanelHeading>
        {status && (
          <span className="at-status" data-status={status.kind}>
            {messages.inspectorStatus(status.kind)}
          </span>
        )}
        {inspection && (
          <div className="at-inspector-buttons">
            <CopyButton
              label={messages.copyReport}
              text={() => JSON.stringify(inspection, null, 2)}
            />
            {inspection.consent !== "denied" && (
              <EraseButton count={inspection.queue.length} erase={() => client.erase()} />
            )}
          </div>
        )}
      </header>
      <InspectorProblems
        status={status}
        storageFailed={inspection?.storage === "failed"}
        unreadable={failed}
        retry={retry}
      />
      {inspection === undefined ? (
        !failed && <p className="at-empty">{messages.inspectorReading}</p>
      ) : (
        <>
          <InspectorFacts inspection={inspection} />
          <QueuedEvents queue={inspection.queue} headingLevel={headingLevel} />
          <SentBatches batches={inspection.sent} headingLevel={headingLevel} />
          <LostEvents dropped={inspection.dropped} headingLevel={headingLevel} />
        </>
      )}
    </section>
  );
}

/** The props of {@link OpenInspector}. */
export interface OpenInspectorProps extends HTMLAttributes<HTMLElement> {
  readonly client: InspectedClient;
  readonly headingLevel: HeadingLevel;
}
