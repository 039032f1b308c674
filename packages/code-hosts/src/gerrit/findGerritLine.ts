import { toCodeLine, type CodeLine } from "../code/CodeLine.ts";
import { readLineNumber } from "../code/readLineNumber.ts";
import { diffHosts } from "./gerritPaths.ts";

/** The line of code that an element of a page of Gerrit is in; the code view is around its shadow root. */
export function findGerritLine(codeView: HTMLElement, element: Element): CodeLine | undefined {
  const text = element.closest<HTMLElement>(".contentText");
  const row = text?.closest("tr");
  if (!text || !row || !belongsTo(codeView, text)) return undefined;
  const cell = text.closest("td");
  const isBase =
    text.getAttribute("data-side") === "left" || cell?.matches(".left, .remove") === true;
  const number = row.querySelector(isBase ? ".lineNum.left, td.left" : ".lineNum.right, td.right");
  const line = readLineNumber(number?.getAttribute("data-value"));
  return toCodeLine(line, text, isBase ? "base" : "head");
}

// A row of the list of files stands before the diff that belongs to it.
function belongsTo(codeView: HTMLElement, text: Element): boolean {
  for (let node: Node | null = text; node !== null;) {
    if (node === codeView) return true;
    if (node instanceof Element && node.matches(diffHosts) && precedes(codeView, node)) return true;
    // Only a shadow root has a host that is an element; links have one too, which is a text.
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
  return false;
}

function precedes(codeView: Element, host: Element): boolean {
  const outer = codeView.closest(".stickyArea") ?? codeView;
  return outer.nextElementSibling === host || codeView.nextElementSibling === host;
}
