/** Shows or hides one tooltip. */
export type ShowTooltip = (open: boolean) => void;

/** One-shot timers; delays are milliseconds. */
export type Schedule = (callback: () => void, delay: number) => () => void;

/** All tooltips of one document: at most one is open. */
export interface TooltipGroup {
  /** The pointer is over the anchor or over the tooltip itself. */
  enter(tooltip: ShowTooltip): void;
  /** The pointer has left both. */
  leave(tooltip: ShowTooltip): void;
  /** The anchor was reached by keyboard. */
  focus(tooltip: ShowTooltip): void;
  /** The tooltip has done its work: the anchor was pressed or lost focus, Escape, scrolling. */
  close(tooltip?: ShowTooltip): void;
}

/** How long the pointer rests before the first tooltip opens. */
export const openDelay = 450;
/** How long the pointer may take from the anchor to the tooltip. */
export const closeDelay = 120;
/** For how long, after one tooltip closed, the next one opens at once. */
export const warmTime = 400;

/**
 * Makes the group of a document.
 *
 * @param schedule - Timers.
 * @param now - The time in milliseconds.
 */
export function createTooltipGroup(schedule: Schedule, now: () => number): TooltipGroup {
  let open: ShowTooltip | undefined;
  let wanted: ShowTooltip | undefined;
  let cancelTimer: (() => void) | undefined;
  let warmUntil = Number.NEGATIVE_INFINITY;

  function cancel(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    wanted = undefined;
  }
  function show(tooltip: ShowTooltip): void {
    cancel();
    if (open === tooltip) return;
    open?.(false);
    open = tooltip;
    tooltip(true);
  }
  function hide(): void {
    cancel();
    if (open === undefined) return;
    const closing = open;
    open = undefined;
    warmUntil = now() + warmTime;
    closing(false);
  }

  return {
    enter(tooltip) {
      if (open === tooltip) return cancel();
      if (wanted === tooltip) return;
      cancel();
      if (open !== undefined || now() < warmUntil) return show(tooltip);
      wanted = tooltip;
      cancelTimer = schedule(() => show(tooltip), openDelay);
    },
    leave(tooltip) {
      if (wanted === tooltip) return cancel();
      if (open === tooltip) cancelTimer = schedule(hide, closeDelay);
    },
    focus: show,
    close(tooltip) {
      if (tooltip === undefined || tooltip === open) hide();
      else if (tooltip === wanted) cancel();
    },
  };
}
