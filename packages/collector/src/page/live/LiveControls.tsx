import type { RefObject } from "react";
import { formatCount } from "../format/format.ts";
import { useChange, useNavigation } from "../location/useNavigation.ts";
import type { Tail } from "./createTail.ts";

/** What the controls show and do. */
export interface LiveControlsProps {
  readonly tail: Pick<Tail, "pause" | "resume">;
  /** Events that came since the pause. */
  readonly waiting: number;
  readonly isPaused: boolean;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Pauses and goes on, and filters by name. */
export function LiveControls({ tail, waiting, isPaused, search }: LiveControlsProps) {
  const { look } = useNavigation().location;
  const change = useChange();
  return (
    <div className="card-head">
      <button
        type="button"
        className="button"
        aria-keyshortcuts="Space"
        onClick={isPaused ? tail.resume : tail.pause}
      >
        {isPaused ? "Go on" : "Pause"}
      </button>
      <output className="count">
        {isPaused ? `Paused; ${formatCount(waiting)} waiting` : "As they come"}
      </output>
      <input
        ref={search}
        type="search"
        className="input"
        placeholder="Filter by name"
        aria-label="Filter events by name"
        aria-keyshortcuts="/"
        value={look.find}
        onChange={({ currentTarget }) =>
          change({ look: { ...look, find: currentTarget.value } }, "replace")
        }
      />
    </div>
  );
}
