/** The lowest element that contains both, or `null` if none does. */
export function commonAncestor(first: Element, second: Element): HTMLElement | null {
  let ancestor: Element | null = first;
  while (ancestor !== null && !ancestor.contains(second)) ancestor = ancestor.parentElement;
  return ancestor as HTMLElement | null;
}
