import type { Extension } from "@codemirror/state";
import { lineNumbers, type BlockInfo, type EditorView } from "@codemirror/view";
import type { LineSelection } from "../navigation/LineSelection.ts";
import { selectedLinesOf } from "./selectedLines.ts";

/**
 * Line numbers that select: a click one line, a drag the lines it crosses, Shift and a click from the selection's start
 * to that line; a click on the only selected line selects none.
 */
export function lineNumberGutter(
  onSelect: (selection: LineSelection | undefined) => void,
): Extension {
  return lineNumbers({
    domEventHandlers: {
      mousedown: (view, block, event) => {
        if (!(event instanceof MouseEvent) || event.button !== 0) {
          return false;
        }
        startSelecting(view, lineNumberAt(view, block), event, onSelect);
        return true;
      },
    },
  });
}

function startSelecting(
  view: EditorView,
  line: number,
  event: MouseEvent,
  onSelect: (selection: LineSelection | undefined) => void,
): void {
  event.preventDefault();
  view.focus();
  const current = selectedLinesOf(view.state);
  const anchor = event.shiftKey && current !== undefined ? current.start : line;
  const onlyThisLine = current?.start === line && current.end === line;
  onSelect(!event.shiftKey && onlyThisLine ? undefined : ordered(anchor, line));

  let last = line;
  const onMove = (move: MouseEvent) => {
    const block = view.lineBlockAtHeight(move.clientY - view.documentTop);
    const reached = lineNumberAt(view, block);
    if (reached !== last) {
      last = reached;
      onSelect(ordered(anchor, reached));
    }
  };
  const { ownerDocument } = view.dom;
  ownerDocument.addEventListener("mousemove", onMove);
  ownerDocument.addEventListener(
    "mouseup",
    () => ownerDocument.removeEventListener("mousemove", onMove),
    { once: true },
  );
}

function lineNumberAt(view: EditorView, block: BlockInfo): number {
  return view.state.doc.lineAt(block.from).number;
}

function ordered(a: number, b: number): LineSelection {
  return { start: Math.min(a, b), end: Math.max(a, b) };
}
