import type { CodeEditor } from "./createCodeEditor.ts";

/** Where the page's code editor can be found, for whoever is not a component: there is at most one. */
export interface EditorHandle {
  readonly current: CodeEditor | undefined;
  /** Makes an editor the page's, until the returned function is called. */
  readonly attach: (editor: CodeEditor) => () => void;
}

/** Makes a handle without an editor. */
export function createEditorHandle(): EditorHandle {
  let current: CodeEditor | undefined;
  return {
    get current() {
      return current;
    },
    attach: (editor) => {
      current = editor;
      return () => {
        current = undefined;
      };
    },
  };
}
