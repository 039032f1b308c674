import type { CodeHost } from "../host/CodeHost.ts";
import type { CodeToken } from "./CodeToken.ts";
import { elementsAtPoint } from "./elementsAtPoint.ts";
import { tokenAtPoint } from "./tokenInLine.ts";

/** A word of code that is pointed at, or that the text cursor is in. */
export interface FoundToken {
  readonly codeView: HTMLElement;
  readonly token: CodeToken;
}

/**
 * The word of code at a place in the viewport, whatever transparent elements the page has laid over
 * it; `undefined` where there is none. The page is only read.
 *
 * @param x CSS pixels from the left edge of the viewport
 * @param y CSS pixels from its upper edge
 */
export function findTokenAtPoint(
  document: Document,
  host: CodeHost,
  codeViews: readonly HTMLElement[],
  x: number,
  y: number,
): FoundToken | undefined {
  const elements = elementsAtPoint(document, x, y);
  for (const codeView of codeViews) {
    for (const element of elements) {
      const line = host.findLine(codeView, element);
      const token = line && tokenAtPoint(line, x, y);
      if (token !== undefined) return { codeView, token };
    }
  }
  return undefined;
}
