import { useSyncExternalStore, type ReactElement } from "react";
import { useActions } from "../../actions-provider/useActions.ts";
import type { Messages } from "../../messages/Messages.ts";
import { useOpenPalette } from "../PaletteContext.ts";
import type { PaletteRun } from "../running/createRunStore.ts";
import type { PaletteState } from "../session/PaletteState.ts";

/**
 * Says to those who cannot see it how many rows there are, and how the action goes that was run.
 * Renders a `<span role="status">` that is there from the beginning, as live regions must be.
 * Records nothing.
 */
export function ResultCount(): ReactElement {
  const { messages } = useActions().actions;
  const { state, runs } = useOpenPalette("List");
  const run = useSyncExternalStore(runs.subscribe, runs.getSnapshot, runs.getSnapshot);
  return (
    <span className="at-sr" role="status">
      {run === undefined ? describeRows(state, messages) : describeRun(run, messages)}
    </span>
  );
}

function describeRows({ rows, status, query, title }: PaletteState, messages: Messages): string {
  if (status === "loading") return messages.pageLoading(title ?? "");
  if (status !== "ready") return "";
  if (rows.count === 0 && query !== "") return messages.noMatches(query);
  return title === undefined ? messages.resultCount(rows.count) : messages.rowCount(rows.count);
}

/** A failure is announced where it is shown. */
function describeRun({ status, title }: PaletteRun, messages: Messages): string {
  if (status === "failed") return "";
  return status === "running" ? messages.running(title) : messages.succeeded(title);
}
