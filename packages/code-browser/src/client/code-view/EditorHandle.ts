import type { CodeEditor } from "./createCodeEditor.ts";

/** Where the page's code editor can be found, for whoever is not a component: there is at most one. */
export interface EditorHandle {
  current: CodeEditor | undefined;
}
