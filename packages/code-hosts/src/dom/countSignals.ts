/** How many of the selectors match something in the document. */
export function countSignals(document: Document, selectors: readonly string[]): number {
  return selectors.filter((selector) => document.querySelector(selector) !== null).length;
}
