const query = "(prefers-reduced-motion: reduce)";

/**
 * Makes a page look as if the person had asked for less motion: a script cannot change the setting
 * itself, so the rules that depend on it are made to hold.
 *
 * @returns the function that undoes it
 */
export function forceReducedMotion({ styleSheets }: DocumentOrShadowRoot): () => void {
  const changed = [...styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule)
    .filter((rule) => rule.conditionText === query);
  for (const rule of changed) rule.media.mediaText = "all";
  return () => {
    for (const rule of changed) rule.media.mediaText = query;
  };
}
