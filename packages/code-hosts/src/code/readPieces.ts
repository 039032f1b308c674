/** A run of text in a line, and what shows it. */
export interface TextPiece {
  /** What the file has, which is not always what is shown: tabs are shown as spaces. */
  readonly text: string;
  /** A text node, or an element that shows `text` as a whole in its own way. */
  readonly node: Text | Element;
  /** Characters of the node that come before `text` and are no code. */
  readonly skipped: number;
}

// What these hold is the text of the file; what is below them only looks like it.
const overrides = ["data-code-text", "cm-text", "data-copy-text"] as const;
// Phabricator says to screen readers whether a line is new or old.
const noText = "button, svg, style, .aural-only";
// Phabricator begins its lines with one, so that empty ones have a height.
const invisible = /^\u200B+/u;

// Begins where a run of them does, so that many in the midst of a text cost no more than one look at each.
const lineEnd = /(?<![\r\n])[\r\n]+$/u;

/** The text of a line piece by piece, in order, as the file has it. */
export function readPieces(line: Element): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const visit = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      addText(pieces, node as Text);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || (node as Element).matches(noText)) return;
    const text = overrideOf(node as Element);
    if (text === undefined) node.childNodes.forEach(visit);
    else if (text !== "") pieces.push({ text, node: node as Element, skipped: 0 });
  };
  visit(line);
  return pieces;
}

function addText(pieces: TextPiece[], node: Text): void {
  const own = node.data.replace(invisible, "");
  const text = own.replace(lineEnd, "");
  if (text !== "") pieces.push({ text, node, skipped: node.data.length - own.length });
}

function overrideOf(element: Element): string | undefined {
  for (const name of overrides) {
    const value = element.getAttribute(name);
    if (value !== null) return value;
  }
  return undefined;
}
