import type { PageParts } from "./PageParts.ts";
import type { Parts } from "./Parts.ts";

/**
 * Parts of a page whose styles are there before they are shown.
 *
 * @param addStyles takes the text of a style sheet, once for each part
 */
export function createStyledParts(
  parts: Parts<PageParts>,
  addStyles: (text: string) => void,
): Parts<PageParts> {
  const added = new Set<string>();
  return {
    async load(name) {
      const part = await parts.load(name);
      if (part === undefined || added.has(name) || !("styles" in part)) return part;
      added.add(name);
      addStyles(part.styles);
      return part;
    },
  };
}
