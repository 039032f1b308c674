import { useSyncExternalStore, type ReactElement } from "react";
import { useActions } from "../../actions-provider/useActions.ts";
import { Glyph } from "../../icon/Glyph.tsx";
import { useOpenPalette } from "../PaletteContext.ts";
import { describeRun } from "../running/describeRun.ts";

/**
 * How the action goes that was run from a palette that stayed open: running, done, or failed with a
 * way to run it again.
 * Renders a `<div>`, or nothing where there is nothing to tell. The palette announces the rest, in a
 * live region that is there from the beginning.
 * Records the execution when it is run again.
 */
export function CommandPaletteProgress(): ReactElement | null {
  const { messages } = useActions().actions;
  const { runs, focusInput } = useOpenPalette("Progress");
  const run = useSyncExternalStore(runs.subscribe, runs.getSnapshot, runs.getSnapshot);
  if (run === undefined) return null;
  const { status, retry } = run;
  if (status === "failed") {
    return (
      <div className="at-palette-progress" data-status="failed">
        <Glyph name="warning" className="at-icon at-failure" />
        <span className="at-palette-progress-text">{describeRun(run, messages)}</span>
        <button
          type="button"
          className="at-palette-retry"
          onClick={() => {
            focusInput();
            retry();
          }}
        >
          {messages.retry}
        </button>
      </div>
    );
  }
  return (
    <div className="at-palette-progress" data-status={status} aria-hidden>
      {status === "running" ? <span className="at-spinner" /> : <Glyph name="check" />}
      <span className="at-palette-progress-text">{describeRun(run, messages)}</span>
    </div>
  );
}
