import type { ReactElement } from "react";

/** Props of {@link HistoryPager}. */
export interface HistoryPagerProps {
  /** How many newer commits are left out. */
  readonly skip: number;
  /** Whether there are older ones. */
  readonly more: boolean;
  readonly onSkip: (skip: number) => void;
}

// The length of a page of the history route.
const pageSize = 50;

/** Goes through a long history page by page. Renders a `<div>` with two buttons. */
export function HistoryPager({ skip, more, onSkip }: HistoryPagerProps): ReactElement {
  return (
    <div className="cb-pager">
      <button
        type="button"
        className="cb-button"
        disabled={skip === 0}
        onClick={() => onSkip(Math.max(0, skip - pageSize))}
      >
        Newer
      </button>
      <button
        type="button"
        className="cb-button"
        disabled={!more}
        onClick={() => onSkip(skip + pageSize)}
      >
        Older
      </button>
    </div>
  );
}
