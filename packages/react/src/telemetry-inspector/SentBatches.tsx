import type { SentBatch } from "@action-telemetry/telemetry";
import type { ReactElement } from "react";
import { useMessages } from "../messages/useMessages.ts";
import { Disclosure } from "../panel/Disclosure.tsx";
import type { HeadingLevel } from "../panel/HeadingLevel.ts";
import { CopyButton } from "./CopyButton.tsx";
import { InspectorPart } from "./InspectorPart.tsx";
import { JsonText } from "./JsonText.tsx";

/**
 * The last batches of this tab; each opens to the very bytes of its request.
 * Renders a `<section>`.
 * Records nothing.
 */
export function SentBatches({ batches, headingLevel }: SentBatchesProps): ReactElement {
  const messages = useMessages();
  return (
    <InspectorPart
      title={messages.sentTitle}
      count={batches.length}
      empty={messages.sentEmpty}
      headingLevel={headingLevel}
    >
      <ul className="at-rows">
        {batches.map((batch) => (
          // No two bodies are alike: each says when it was sent.
          <li key={batch.body}>
            <SentBatchRow batch={batch} />
          </li>
        ))}
      </ul>
    </InspectorPart>
  );
}

function SentBatchRow({ batch }: { readonly batch: SentBatch }): ReactElement {
  const messages = useMessages();
  const { sentAt, events, body } = batch;
  const summary = (
    <>
      <span className="at-row-name">{messages.eventCount(events)}</span>
      <span className="at-tag" data-tone={tones[batch.outcome]}>
        {messages.sentOutcome(batch)}
      </span>
      <span className="at-row-detail">{messages.byteCount(new Blob([body]).size)}</span>
      <time className="at-row-time" dateTime={sentAt}>
        {messages.formatTime(sentAt)}
      </time>
    </>
  );
  return (
    <Disclosure summary={summary}>
      {() => (
        <>
          <div className="at-bytes-header">
            <span>{messages.sentBytes}</span>
            <CopyButton label={messages.copyBytes} text={() => body} variant="quiet" />
          </div>
          <JsonText text={body} label={messages.sentBytes} />
        </>
      )}
    </Disclosure>
  );
}

const tones = {
  accepted: "good",
  sending: undefined,
  aborted: undefined,
  split: "warning",
  retry: "warning",
  pause: "danger",
  refused: "danger",
} as const satisfies Record<SentBatch["outcome"], string | undefined>;

/** The props of {@link SentBatches}. */
export interface SentBatchesProps {
  /** Newest first. */
  readonly batches: readonly SentBatch[];
  readonly headingLevel: HeadingLevel;
}
