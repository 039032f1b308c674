import type { Text } from "@codemirror/state";
import type { SourcePosition } from "../../api/SourceRange.ts";

/** The place of an offset in a document, both counted from 0. */
export function toSourcePosition(doc: Text, offset: number): SourcePosition {
  const line = doc.lineAt(offset);
  return { line: line.number - 1, character: offset - line.from };
}

/** The offset of a place in a document; a place behind the end of a line or of the document is its end. */
export function toOffset(doc: Text, { line, character }: SourcePosition): number {
  if (line >= doc.lines) {
    return doc.length;
  }
  const found = doc.line(Math.max(0, line) + 1);
  return Math.min(found.from + Math.max(0, character), found.to);
}
