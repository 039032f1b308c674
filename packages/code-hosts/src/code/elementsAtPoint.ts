/**
 * What is at a place in the viewport, topmost first: also what lies under something transparent,
 * and what is in open shadow roots.
 */
export function elementsAtPoint(document: Document, x: number, y: number): readonly Element[] {
  const found = new Set<Element>();
  const seen = new Set<DocumentOrShadowRoot>();
  const look = (root: DocumentOrShadowRoot) => {
    seen.add(root);
    // A shadow root answers with what is around it too.
    for (const element of root.elementsFromPoint(x, y)) {
      const { shadowRoot } = element;
      if (shadowRoot !== null && !seen.has(shadowRoot)) look(shadowRoot);
      found.add(element);
    }
  };
  look(document);
  return [...found];
}
