import type { TextPiece } from "./readPieces.ts";

/** Where characters of a piece are in the viewport. Elements show theirs evenly, as code does. */
export function boxOf(piece: TextPiece, start: number, end: number): DOMRect {
  if (isText(piece.node)) {
    const range = piece.node.ownerDocument.createRange();
    range.setStart(piece.node, piece.skipped + start);
    range.setEnd(piece.node, piece.skipped + end);
    return range.getBoundingClientRect();
  }
  const { left, top, width, height } = piece.node.getBoundingClientRect();
  const one = width / Math.max(1, piece.text.length);
  return new DOMRect(left + one * start, top, one * (end - start), height);
}

/** The character of a piece that a place is in, or `undefined` if it is in none. */
export function characterIn(piece: TextPiece, x: number, y: number): number | undefined {
  if (!isText(piece.node)) return within(boxOf(piece, 0, piece.text.length), x, y, piece.text);
  const range = piece.node.ownerDocument.createRange();
  range.setStart(piece.node, piece.skipped);
  range.setEnd(piece.node, piece.skipped + piece.text.length);
  if (![...range.getClientRects()].some((box) => contains(box, x, y))) return undefined;
  // Halves, so that a long line costs a few measurements and not one for each character.
  let start = 0;
  let end = piece.text.length;
  while (end - start > 1) {
    const middle = (start + end) >> 1;
    range.setStart(piece.node, piece.skipped + start);
    range.setEnd(piece.node, piece.skipped + middle);
    if ([...range.getClientRects()].some((box) => contains(box, x, y))) end = middle;
    else start = middle;
  }
  return start;
}

function within(box: DOMRect, x: number, y: number, text: string): number | undefined {
  if (!contains(box, x, y)) return undefined;
  return Math.min(text.length - 1, Math.floor(((x - box.left) / box.width) * text.length));
}

function contains(box: DOMRect, x: number, y: number): boolean {
  return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
}

function isText(node: Text | Element): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}
