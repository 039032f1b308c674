const settled = new WeakSet<Event>();

/** Whether a control has dealt with an event: one gesture runs one action, however often it is told. */
export function isSettled(event: Event): boolean {
  return settled.has(event);
}

/** Notes that a control deals with an event. */
export function markSettled(event: Event): void {
  settled.add(event);
}
