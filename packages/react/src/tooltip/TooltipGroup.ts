/** What a tooltip belongs to. */
export interface TooltipOwner {
  /** Shows or hides the tooltip. */
  setTooltip(open: boolean): void;
}

/** One-shot timers; delays are milliseconds. */
export type Schedule = (callback: () => void, delay: number) => () => void;

/** All tooltips of one document: at most one is open. */
export interface TooltipGroup {
  /** The pointer is over the anchor or over the tooltip itself. */
  enter(owner: TooltipOwner): void;
  /** The pointer has left both. */
  leave(owner: TooltipOwner): void;
  /** The anchor was reached by keyboard. */
  focus(owner: TooltipOwner): void;
  /** The tooltip has done its work: the anchor was pressed or lost focus, Escape, scrolling. */
  close(owner?: TooltipOwner): void;
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
  let open: TooltipOwner | undefined;
  let wanted: TooltipOwner | undefined;
  let cancelTimer: (() => void) | undefined;
  let warmUntil = Number.NEGATIVE_INFINITY;

  function cancel(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    wanted = undefined;
  }
  function show(tooltip: TooltipOwner): void {
    cancel();
    if (open === tooltip) return;
    open?.setTooltip(false);
    open = tooltip;
    tooltip.setTooltip(true);
  }
  function hide(): void {
    cancel();
    if (open === undefined) return;
    const closing = open;
    open = undefined;
    warmUntil = now() + warmTime;
    closing.setTooltip(false);
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
