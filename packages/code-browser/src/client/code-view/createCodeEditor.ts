import { standardKeymap } from "@codemirror/commands";
import type { LanguageSupport } from "@codemirror/language";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import {
  Compartment,
  EditorSelection,
  EditorState,
  type Extension,
  type StateEffect,
} from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import type { SourcePosition } from "../../api/SourceRange.ts";
import type { LineSelection } from "../navigation/LineSelection.ts";
import { blameDecorations, showBlame } from "./blameDecorations.ts";
import type { BlameDisplay } from "./BlameDisplay.ts";
import { toOffset, toSourcePosition } from "./documentPosition.ts";
import { highlightStyle } from "./highlightStyle.ts";
import { lineNumberGutter } from "./lineNumberGutter.ts";
import { selectedLines, selectLines } from "./selectedLines.ts";
import { tokenAt, type CodeToken } from "./tokenAt.ts";
import { tokenPointer } from "./tokenPointer.ts";

/** A read-only code editor in the page. */
export interface CodeEditor {
  /** Shows another text; nothing of the one before is kept. */
  readonly show: (text: string, label: string) => void;
  readonly setLanguage: (language: LanguageSupport | undefined) => void;
  readonly setLineWrap: (wrap: boolean) => void;
  readonly setBlame: (blame: BlameDisplay | undefined) => void;
  /** Marks lines; `reveal` also scrolls to them and puts the caret there. */
  readonly select: (selection: LineSelection | undefined, reveal: boolean) => void;
  /** The word the caret is in or at, with its place. */
  readonly caretToken: () => (CodeToken & SourcePosition) | undefined;
  /** Where a word is on the screen; `undefined` when it is not visible. */
  readonly tokenBox: (token: CodeToken) => DOMRect | undefined;
  readonly positionOf: (offset: number) => SourcePosition;
  readonly openSearch: () => void;
  readonly focus: () => void;
  readonly destroy: () => void;
}

/** What {@link createCodeEditor} needs. */
export interface CodeEditorOptions {
  readonly parent: HTMLElement;
  /** The nonce of the page's content security policy, for the editor's own style element. */
  readonly nonce: string;
  readonly onSelectLines: (selection: LineSelection | undefined) => void;
  readonly onCaret: (position: SourcePosition) => void;
  readonly onToken: (token: CodeToken | undefined) => void;
}

/** Makes the editor. Only the lines in view are in the document, so that long files scroll as smoothly as short ones. */
export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const language = new Compartment();
  const wrap = new Compartment();
  let wraps = false;

  const createState = (text: string, label: string) =>
    EditorState.create({
      doc: text,
      extensions: [
        fixedExtensions(options, label),
        language.of([]),
        wrap.of(wraps ? EditorView.lineWrapping : []),
      ],
    });
  const view = new EditorView({ parent: options.parent, state: createState("", "") });

  return {
    show: (text, label) => view.setState(createState(text, label)),
    setLanguage: (support) => view.dispatch({ effects: language.reconfigure(support ?? []) }),
    setLineWrap: (value) => {
      wraps = value;
      view.dispatch({ effects: wrap.reconfigure(value ? EditorView.lineWrapping : []) });
    },
    setBlame: (blame) => view.dispatch({ effects: showBlame.of(blame) }),
    select: (selection, reveal) => view.dispatch(selectTransaction(view.state, selection, reveal)),
    caretToken: () => {
      const token = tokenAt(view.state.doc, view.state.selection.main.head);
      return token === undefined
        ? undefined
        : { ...token, ...toSourcePosition(view.state.doc, token.from) };
    },
    tokenBox: (token) => boxOf(view, token),
    positionOf: (offset) => toSourcePosition(view.state.doc, offset),
    openSearch: () => void openSearchPanel(view),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** Mod-F is the keybinding of an action, which the editor would run unseen; nothing is edited by Mod-D. */
const leftOutKeys: ReadonlySet<string | undefined> = new Set(["Mod-f", "Mod-d"]);

function fixedExtensions(options: CodeEditorOptions, label: string): Extension {
  return [
    EditorView.cspNonce.of(options.nonce),
    EditorState.readOnly.of(true),
    // Not editable, so that single-key shortcuts are not taken for typing, but focusable, with a caret of its own.
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({
      tabindex: "0",
      "aria-label": label,
      "aria-readonly": "true",
    }),
    drawSelection({ cursorBlinkRate: 0 }),
    keymap.of([...standardKeymap, ...searchKeymap.filter(({ key }) => !leftOutKeys.has(key))]),
    search({ top: true }),
    highlightStyle,
    selectedLines,
    blameDecorations,
    lineNumberGutter(options.onSelectLines),
    tokenPointer(options.onToken),
    EditorView.updateListener.of((update) => {
      if (update.selectionSet) {
        options.onCaret(toSourcePosition(update.state.doc, update.state.selection.main.head));
      }
    }),
  ];
}

function selectTransaction(
  state: EditorState,
  selection: LineSelection | undefined,
  reveal: boolean,
) {
  const effects: StateEffect<unknown>[] = [selectLines.of(selection)];
  if (selection === undefined || !reveal) {
    return { effects };
  }
  const caret = toOffset(state.doc, {
    line: selection.start - 1,
    character: (selection.character ?? 1) - 1,
  });
  return {
    selection: EditorSelection.cursor(caret),
    effects: [...effects, EditorView.scrollIntoView(caret, { y: "center", yMargin: 80 })],
  };
}

function boxOf(view: EditorView, token: CodeToken): DOMRect | undefined {
  const start = view.coordsAtPos(token.from, 1);
  const end = view.coordsAtPos(token.to, -1);
  if (start === null || end === null) {
    return undefined;
  }
  return new DOMRect(start.left, start.top, end.right - start.left, start.bottom - start.top);
}
