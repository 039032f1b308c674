/**
 * Makes sure that a click reaches its control although a wrapper replaced the control's `onClick`:
 * when the event is about to end, having run every other handler, it is handed over.
 *
 * The reference implementation lost two months of events to a tooltip that put its own `onClick` in
 * the place of the control's. React offers nothing to notice that with, so the way of the event is
 * followed natively: at each node it passes, after the handlers there, `stopPropagation` is looked
 * for, and the window is the end of the way. A control whose own handler ran has settled the event
 * by then, and handing it over once more does nothing.
 *
 * @param event - The event, on its way down or at the element.
 * @param element - The control.
 * @param isSettled - Whether the control has dealt with the event.
 * @param settle - Deals with it.
 */
export function catchClick(
  event: Event,
  element: Element,
  isSettled: (event: Event) => boolean,
  settle: (event: Event) => void,
): void {
  const path = event.composedPath();
  const last = path.at(-1);
  const done = new AbortController();
  const look = (passing: Event) => {
    if (passing !== event) return;
    const stopped = event.cancelBubble || event.currentTarget === last;
    if (!isSettled(event) && stopped) settle(event);
    if (stopped || isSettled(event)) done.abort();
  };
  for (const node of path.slice(path.indexOf(element))) {
    node.addEventListener(event.type, look, { signal: done.signal });
  }
}
