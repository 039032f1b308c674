import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, gutter, type DecorationSet } from "@codemirror/view";
import type { BlameDisplay } from "./BlameDisplay.ts";
import { blameOfLine } from "./BlameDisplay.ts";
import { BlameGutterMarker, BlameLineWidget } from "./blameMarkers.ts";
import { selectedLinesOf } from "./selectedLines.ts";

/** Replaces the blame that is shown; `undefined` shows none. */
export const showBlame = StateEffect.define<BlameDisplay | undefined>();

const maxLineNotes = 200;

const field = StateField.define<BlameDisplay | undefined>({
  create: () => undefined,
  update: (value, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(showBlame)) {
        return effect.value;
      }
    }
    return value;
  },
});

const lineNotes = EditorView.decorations.compute(["selection", field], (state) =>
  notesOf(state, state.field(field)),
);

const blameGutter = gutter({
  class: "cb-blame-gutter",
  lineMarker: (view, block) => {
    const display = view.state.field(field);
    if (display?.mode !== "file") {
      return null;
    }
    const blame = blameOfLine(display.answer, view.state.doc.lineAt(block.from).number);
    return blame === undefined ? null : new BlameGutterMarker(blame, display.now);
  },
  lineMarkerChange: (update) => update.startState.field(field) !== update.state.field(field),
});

// The style sheet gives the gutter room only while it shows something.
const editorMark = EditorView.editorAttributes.compute([field], (state) => ({
  class: state.field(field)?.mode === "file" ? "cb-with-blame" : "",
}));

/** Shows the blame that {@link showBlame} sets: beside every line, or behind the selected ones. */
export const blameDecorations: Extension = [field, lineNotes, blameGutter, editorMark];

function notesOf(state: EditorState, display: BlameDisplay | undefined): DecorationSet {
  if (display?.mode !== "line") {
    return Decoration.none;
  }
  const { doc } = state;
  const caret = doc.lineAt(state.selection.main.head).number;
  const { start, end } = selectedLinesOf(state) ?? { start: caret, end: caret };
  const notes = [];
  for (let line = start; line <= Math.min(end, doc.lines, start + maxLineNotes); line += 1) {
    const blame = blameOfLine(display.answer, line);
    if (blame !== undefined && (blame.first || line === start)) {
      const widget = new BlameLineWidget(blame.commit, display.now);
      notes.push(Decoration.widget({ widget, side: 1 }).range(doc.line(line).to));
    }
  }
  return Decoration.set(notes);
}
