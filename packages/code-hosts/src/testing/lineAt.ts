import type { CodeHost } from "../host/CodeHost.ts";
import { readPieces } from "../code/readPieces.ts";

/**
 * The line that the element marked `data-here` is in: its side, number and code.
 *
 * @param codeView the tag of the code view with its attributes
 */
export function lineAt(host: CodeHost, html: string, codeView = "<div>") {
  const outer = document.createElement("div");
  outer.innerHTML = codeView;
  const view = outer.firstElementChild as HTMLElement;
  view.innerHTML = html;
  const here = view.querySelector("[data-here]");
  const line = here === null ? undefined : host.findLine(view, here);
  if (line === undefined) return undefined;
  const text = readPieces(line.element)
    .map((piece) => piece.text)
    .join("")
    .slice(line.marker ?? 0);
  return [line.side ?? "blob", line.line, text];
}
