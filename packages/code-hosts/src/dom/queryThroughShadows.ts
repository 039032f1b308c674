/** Where to look on each level: what follows in the list is looked for inside, in the shadow root first. */
export type ShadowPath = readonly string[];

/**
 * The elements at the end of a path through open shadow roots. Each selector is looked up in the
 * shadow roots of what the one before it found, or below it where it has none.
 */
export function queryThroughShadows(
  container: ParentNode,
  path: ShadowPath,
): readonly HTMLElement[] {
  let found: readonly HTMLElement[] = [];
  let roots: readonly ParentNode[] = [container];
  for (const selector of path) {
    found = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
    roots = found.map((element) => element.shadowRoot ?? element);
  }
  return found;
}
