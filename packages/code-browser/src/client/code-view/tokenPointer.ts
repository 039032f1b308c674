import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tokenAt, type CodeToken } from "./tokenAt.ts";

const restMs = 160;

/**
 * Says which word the pointer rests on, and that it has left it.
 *
 * @param onToken called with the word after the pointer has rested, and with `undefined` as soon as it is elsewhere
 */
export function tokenPointer(onToken: (token: CodeToken | undefined) => void): Extension {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: CodeToken | undefined;
  const leave = () => {
    clearTimeout(timer);
    if (current !== undefined) {
      current = undefined;
      onToken(undefined);
    }
  };
  return EditorView.domEventHandlers({
    mousemove: (event, view) => {
      const token = event.buttons === 0 ? pointedToken(view, event) : undefined;
      if (token?.from === current?.from && token !== undefined) {
        return;
      }
      leave();
      if (token !== undefined) {
        timer = setTimeout(() => {
          current = token;
          onToken(token);
        }, restMs);
      }
    },
    scroll: leave,
    mouseleave: leave,
    mousedown: leave,
  });
}

function pointedToken(view: EditorView, event: MouseEvent): CodeToken | undefined {
  const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
  if (offset === null) {
    return undefined;
  }
  const token = tokenAt(view.state.doc, offset);
  const box = token === undefined ? null : view.coordsAtPos(token.to, -1);
  // Behind the end of a line every point belongs to its last word; the pointer is not on it.
  return box !== null && event.clientX <= box.right + 1 ? token : undefined;
}
