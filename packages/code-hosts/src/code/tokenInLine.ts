import type { CodeLine } from "./CodeLine.ts";
import type { CodeToken } from "./CodeToken.ts";
import { boxOf, characterIn } from "./measurePieces.ts";
import { readPieces, type TextPiece } from "./readPieces.ts";
import { wordAt } from "./wordAt.ts";

/** The word of a line at a character of its code, from 0; `undefined` where there is none. */
export function tokenAtCharacter(line: CodeLine, character: number): CodeToken | undefined {
  const { marker = 0, element, side } = line;
  const pieces = readPieces(element);
  const text = pieces.map((piece) => piece.text).join("");
  const word = wordAt(text.slice(marker), character);
  if (word === undefined) return undefined;
  const start = marker + word.start;
  return {
    line: line.line,
    ...(side && { side }),
    character: word.start,
    text: word.text,
    element,
    getBoundingClientRect: () => boxBetween(pieces, start, start + word.text.length),
  };
}

/** The word of a line at a place in the viewport; `undefined` where there is none. */
export function tokenAtPoint(line: CodeLine, x: number, y: number): CodeToken | undefined {
  let offset = 0;
  for (const piece of readPieces(line.element)) {
    const character = characterIn(piece, x, y);
    if (character !== undefined)
      return tokenAtCharacter(line, offset + character - (line.marker ?? 0));
    offset += piece.text.length;
  }
  return undefined;
}

/** How many characters of a line's code come before a place in its text. */
export function characterOf(line: CodeLine, node: Node, offset: number): number | undefined {
  let before = 0;
  for (const piece of readPieces(line.element)) {
    if (piece.node === node)
      return before + Math.max(0, offset - piece.skipped) - (line.marker ?? 0);
    before += piece.text.length;
  }
  return undefined;
}

function boxBetween(pieces: readonly TextPiece[], start: number, end: number): DOMRect {
  let offset = 0;
  let whole: DOMRect | undefined;
  for (const piece of pieces) {
    const from = Math.max(0, start - offset);
    const to = Math.min(piece.text.length, end - offset);
    offset += piece.text.length;
    if (from >= to || !piece.node.isConnected) continue;
    whole = joined(whole, boxOf(piece, from, to));
  }
  return whole ?? new DOMRect();
}

function joined(first: DOMRect | undefined, second: DOMRect): DOMRect {
  if (first === undefined) return second;
  const left = Math.min(first.left, second.left);
  const top = Math.min(first.top, second.top);
  const width = Math.max(first.right, second.right) - left;
  return new DOMRect(left, top, width, Math.max(first.bottom, second.bottom) - top);
}
