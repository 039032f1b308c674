import {
  RangeSet,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Range,
} from "@codemirror/state";
import { Decoration, EditorView, gutterLineClass, GutterMarker } from "@codemirror/view";
import type { LineSelection } from "../navigation/LineSelection.ts";

/** Replaces the lines that are shown as selected; `undefined` selects none. */
export const selectLines = StateEffect.define<LineSelection | undefined>();

class SelectedGutterMarker extends GutterMarker {
  override elementClass = "cb-selected-gutter";
}

const lineMark = Decoration.line({ class: "cb-selected-line" });
const gutterMark = new SelectedGutterMarker();

const field = StateField.define<LineSelection | undefined>({
  create: () => undefined,
  update: (value, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(selectLines)) {
        return effect.value;
      }
    }
    return value;
  },
  provide: (self) => [
    EditorView.decorations.from(
      self,
      (selection) => (view) =>
        Decoration.set(linesOf(view.state, selection).map((from) => lineMark.range(from))),
    ),
    gutterLineClass.compute([self], (state) => {
      const marks: Range<GutterMarker>[] = linesOf(state, state.field(self)).map((from) =>
        gutterMark.range(from),
      );
      return RangeSet.of(marks);
    }),
  ],
});

/** The lines selected in an editor. */
export function selectedLinesOf(state: EditorState): LineSelection | undefined {
  return state.field(field, false);
}

/** Shows the lines that {@link selectLines} names. */
export const selectedLines: Extension = field;

function linesOf(state: EditorState, selection: LineSelection | undefined): number[] {
  if (selection === undefined) {
    return [];
  }
  const { doc } = state;
  const first = Math.min(selection.start, doc.lines);
  const last = Math.min(selection.end, doc.lines);
  return Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index).from);
}
