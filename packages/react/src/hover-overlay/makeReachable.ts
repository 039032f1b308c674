/**
 * What can be scrolled has to be reached by keyboard, and to have a name; what cannot be is no stop.
 *
 * @param name - What it is, in a word.
 */
export function makeReachable(element: Element | null, name: string): void {
  if (element === null) return;
  const attributes = { tabindex: "0", role: "region", "aria-label": name };
  const canScroll = element.scrollHeight > element.clientHeight + 1;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (canScroll) element.setAttribute(attribute, value);
    else element.removeAttribute(attribute);
  }
}
