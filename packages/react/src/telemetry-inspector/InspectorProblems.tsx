import type { ReactElement } from "react";
import { Glyph } from "../icon/Glyph.tsx";
import { useMessages } from "../messages/useMessages.ts";
import { PlainButton } from "../panel/PlainButton.tsx";
import type { InspectorStatus } from "./readStatus.ts";

/**
 * What is the matter, and a way to try again. Only trouble is announced: a reader would not come to
 * rest if every batch were.
 * Renders a `<div role="status">` that is there from the beginning, as live regions must be.
 * Records nothing.
 */
export function InspectorProblems(props: InspectorProblemsProps): ReactElement {
  const { status, storageFailed, unreadable, retry } = props;
  const messages = useMessages();
  const problem = status && messages.inspectorProblem(status);
  const canRetry = unreadable || status?.kind === "paused" || status?.kind === "retrying";
  return (
    <div className="at-problems">
      <div role="status">
        {unreadable && <Problem tone="danger" text={messages.inspectorUnreadable} />}
        {problem !== undefined && (
          <Problem tone={status?.kind === "paused" ? "danger" : toneOf(status)} text={problem} />
        )}
        {storageFailed && <Problem tone="warning" text={messages.inspectorStorageFailed} />}
      </div>
      {canRetry && <PlainButton onClick={retry}>{messages.inspectorRetry}</PlainButton>}
    </div>
  );
}

function toneOf(status: InspectorStatus | undefined): "info" | "warning" {
  return status?.kind === "denied" || status?.kind === "undecided" ? "info" : "warning";
}

function Problem({ tone, text }: ProblemProps): ReactElement {
  return (
    <p className="at-problem" data-tone={tone}>
      <Glyph name={tone === "info" ? "info" : "warning"} />
      {text}
    </p>
  );
}

interface ProblemProps {
  readonly tone: "info" | "warning" | "danger";
  readonly text: string;
}

/** The props of {@link InspectorProblems}. */
export interface InspectorProblemsProps {
  readonly status: InspectorStatus | undefined;
  readonly storageFailed: boolean;
  /** Whether the client does not answer. */
  readonly unreadable: boolean;
  readonly retry: () => void;
}
