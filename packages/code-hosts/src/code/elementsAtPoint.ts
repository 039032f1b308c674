/**
 * What is at a place in the viewport, topmost first: also what lies under something transparent,
 * and what is in open shadow roots.
 */
export function elementsAtPoint(
  root: DocumentOrShadowRoot,
  x: number,
  y: number,
): readonly Element[] {
  return root.elementsFromPoint(x, y).flatMap((element) => {
    const { shadowRoot } = element;
    const inside =
      shadowRoot === null || shadowRoot === root ? [] : elementsAtPoint(shadowRoot, x, y);
    return inside.includes(element) ? inside : [...inside, element];
  });
}
