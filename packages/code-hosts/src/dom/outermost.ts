/** The elements without repetitions and without those inside another of them, in the order given. */
export function outermost(elements: readonly (HTMLElement | null)[]): readonly HTMLElement[] {
  const unique = [...new Set(elements)].filter((element) => element !== null);
  const all = new Set<Element>(unique);
  return unique.filter((element) => !hasAncestorIn(element, all));
}

function hasAncestorIn(element: Element, all: ReadonlySet<Element>): boolean {
  let ancestor = element.parentElement;
  while (ancestor !== null && !all.has(ancestor)) ancestor = ancestor.parentElement;
  return ancestor !== null;
}
