import type { CodeHost } from "../host/CodeHost.ts";
import type { FoundToken } from "./findTokenAtPoint.ts";
import { characterOf, tokenAtCharacter } from "./tokenInLine.ts";

/**
 * The word of code that the text cursor or the beginning of the selection is in, for people who work
 * without a pointer; `undefined` where there is none. On pages that show code beneath a text area,
 * such as GitHub's, the cursor of that counts.
 */
export function findTokenAtCursor(
  document: Document,
  host: CodeHost,
  codeViews: readonly HTMLElement[],
): FoundToken | undefined {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement && activeElement.readOnly)
    return tokenInTextArea(activeElement, host, codeViews);
  const range = readSelection(document);
  if (range === undefined) return undefined;
  const { startContainer, startOffset } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  for (const codeView of codeViews) {
    const line = element && host.findLine(codeView, element);
    if (!line) continue;
    const character = characterOf(line, startContainer, startOffset);
    const token = character === undefined ? undefined : tokenAtCharacter(line, character);
    if (token !== undefined) return { codeView, token };
  }
  return undefined;
}

function readSelection(document: Document): Range | undefined {
  const selection = document.getSelection();
  return selection === null || selection.rangeCount === 0 ? undefined : selection.getRangeAt(0);
}

function tokenInTextArea(
  area: HTMLTextAreaElement,
  host: CodeHost,
  codeViews: readonly HTMLElement[],
): FoundToken | undefined {
  const before = area.value.slice(0, area.selectionStart);
  const number = before.split("\n").length;
  const character = before.length - before.lastIndexOf("\n") - 1;
  const codeView = codeViews.find((view) => view.contains(area));
  const shown = codeView?.querySelector(`#LC${number}`);
  const line = codeView && shown ? host.findLine(codeView, shown) : undefined;
  const token = line && tokenAtCharacter(line, character);
  return token && codeView && { codeView, token };
}
