import { syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { classHighlighter } from "@lezer/highlight";

/** Marks the code's tokens with fixed class names, so that colours are a matter of the style sheet alone. */
export const highlightStyle: Extension = syntaxHighlighting(classHighlighter);
