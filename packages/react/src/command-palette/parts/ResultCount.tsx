import { useEffect, useState, useSyncExternalStore, type ReactElement } from "react";
import { useActions } from "../../actions-provider/useActions.ts";
import type { Messages } from "../../messages/Messages.ts";
import { createAnnouncer } from "../announcing/createAnnouncer.ts";
import { useOpenPalette } from "../PaletteContext.ts";
import type { PaletteRun } from "../running/createRunStore.ts";
import { describeRun } from "../running/describeRun.ts";
import type { PaletteState } from "../session/PaletteState.ts";

/**
 * Says to those who cannot see it how many rows there are, when typing pauses, how the action goes that
 * was run, and what went wrong.
 * Renders a `<span role="status">` and a `<span role="alert">` that are there from the beginning, as
 * live regions must be.
 * Records nothing.
 */
export function ResultCount(): ReactElement {
  const { messages } = useActions().actions;
  const { state, runs } = useOpenPalette("List");
  const run = useSyncExternalStore(runs.subscribe, runs.getSnapshot, runs.getSnapshot);
  const said = useAnnounced(
    run === undefined ? describeRows(state, messages) : describeSuccess(run, messages),
    run !== undefined,
  );
  return (
    <>
      <span className="at-sr" role="status">
        {said}
      </span>
      <span className="at-sr" role="alert">
        {describeFailure(state, run, messages)}
      </span>
    </>
  );
}

/** What is said of it: at once, or when the text has not changed for a moment. */
function useAnnounced(text: string, isUrgent: boolean): string {
  const [announcer] = useState(() => createAnnouncer(callAfter));
  const { subscribe, getSnapshot, stop } = announcer;
  const said = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  useEffect(() => {
    if (isUrgent) announcer.sayNow(text);
    else announcer.say(text);
    return stop;
  }, [announcer, text, isUrgent, stop]);
  return said;
}

function callAfter(callback: () => void, milliseconds: number): () => void {
  const timer = globalThis.setTimeout(callback, milliseconds);
  return () => globalThis.clearTimeout(timer);
}

/** A failure is an alert. */
function describeSuccess(run: PaletteRun, messages: Messages): string {
  return run.status === "failed" ? "" : describeRun(run, messages);
}

function describeRows({ rows, status, query, title }: PaletteState, messages: Messages): string {
  if (status === "loading") return messages.pageLoading(title ?? "");
  if (status !== "ready") return "";
  if (rows.count > 0) {
    return title === undefined ? messages.resultCount(rows.count) : messages.rowCount(rows.count);
  }
  if (query !== "") return messages.noMatches(query);
  // A page waits for a text: that it has no rows before one is typed is nothing to tell.
  return title === undefined ? messages.resultCount(0) : "";
}

function describeFailure(
  { status, title }: PaletteState,
  run: PaletteRun | undefined,
  messages: Messages,
): string {
  if (run?.status === "failed") return describeRun(run, messages);
  return status === "failed" ? messages.pageFailed(title ?? "") : "";
}
