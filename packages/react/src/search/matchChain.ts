/** A piece of a chain: how much of which word it takes. */
export interface ChainPiece {
  /** The place of the word in the list. */
  readonly place: number;
  /** The offsets of its code units in the word, from 0 on, rising. */
  readonly offsets: readonly number[];
}

/** A typed word read as the beginnings of several words, in their order. */
export interface ChainMatch {
  /** Greater than 0, less than 1. */
  readonly score: number;
  readonly pieces: readonly ChainPiece[];
}

/** A list of words, or a part of one. */
export interface WordSpan {
  /** Folded words by number. */
  readonly words: readonly string[];
  /** Numbers of words. */
  readonly list: readonly number[];
  /** The first place of the list that takes part. */
  readonly start: number;
  /** The place after the last. */
  readonly end: number;
  /** Whether letters inside a piece may be left out: "psh" for push. */
  readonly lenient: boolean;
}

const best = 0.8;
const pieceCost = 0.02;
/** A word left out between two pieces, and before the first. */
const skipCost = 0.09;
const leadCost = 0.03;
/** Letters left out inside a piece. */
const gapCost = 0.04;
const dearest = 0.4;
const never = 9;
const longestTyped = 24;
const longestList = 32;

// Reused by every call, since nothing runs as often: the least cost of the letters from one on, with
// the words from one on.
const costs = new Float32Array((longestTyped + 1) * (longestList + 1));

/**
 * Reads a typed word as a chain of beginnings: "gtd" and "godef" for Go to Definition. Of several
 * ways the one with the fewest pieces and the fewest words left out.
 *
 * @param typed - Folded.
 */
export function matchChain(typed: string, span: WordSpan): ChainMatch | undefined {
  const count = Math.min(span.end - span.start, longestList);
  if (typed.length < 2 || count < 2 || typed.length > longestTyped) return undefined;
  fillCosts(typed, span, count);
  const cost = costs[0] ?? never;
  return cost > dearest
    ? undefined
    : { score: best - cost, pieces: tracePieces(typed, span, count) };
}

function fillCosts(typed: string, span: WordSpan, count: number): void {
  const letters = typed.length;
  const width = letters + 1;
  costs.fill(never, count * width, count * width + letters);
  costs[count * width + letters] = 0;
  for (let place = count - 1; place >= 0; place -= 1) {
    const word = wordAt(span, place);
    const row = place * width;
    const below = row + width;
    costs[row + letters] = 0;
    for (let letter = letters - 1; letter >= 0; letter -= 1) {
      let cost = (costs[below + letter] ?? never) + skipOf(letter);
      let offset = -1;
      let spent = pieceCost;
      for (let next = letter; next < letters; next += 1) {
        const found = nextOffset(word, offset, typed.charCodeAt(next), span.lenient);
        if (found < 0) break;
        if (found > offset + 1) spent += gapCost;
        offset = found;
        cost = Math.min(cost, (costs[below + next + 1] ?? never) + spent);
      }
      costs[row + letter] = cost;
    }
  }
}

/** Where a piece goes on in a word: at the next letter or, leniently, at a later one. */
function nextOffset(word: string, offset: number, code: number, lenient: boolean): number {
  if (word.charCodeAt(offset + 1) === code) return offset + 1;
  if (!lenient || offset < 0) return -1;
  for (let later = offset + 2; later < word.length; later += 1) {
    if (word.charCodeAt(later) === code) return later;
  }
  return -1;
}

function wordAt({ words, list, start }: WordSpan, place: number): string {
  return words[list[start + place] ?? 0] ?? "";
}

function skipOf(letter: number): number {
  return letter === 0 ? leadCost : skipCost;
}

/** Goes the cheapest way again. */
function tracePieces(typed: string, span: WordSpan, count: number): readonly ChainPiece[] {
  const width = typed.length + 1;
  const pieces: ChainPiece[] = [];
  let letter = 0;
  for (let place = 0; place < count && letter < typed.length; place += 1) {
    const offsets = tracePiece(typed, letter, wordAt(span, place), span.lenient, {
      cost: costs[place * width + letter] ?? never,
      below: (place + 1) * width,
    });
    if (offsets.length === 0) continue;
    pieces.push({ place: span.start + place, offsets });
    letter += offsets.length;
  }
  return pieces;
}

/** The longest piece that a cost can have come of. */
function tracePiece(
  typed: string,
  letter: number,
  word: string,
  lenient: boolean,
  { cost, below }: { readonly cost: number; readonly below: number },
): readonly number[] {
  const offsets: number[] = [];
  let longest = 0;
  let spent = pieceCost;
  for (let next = letter; next < typed.length; next += 1) {
    const last = offsets.at(-1) ?? -1;
    const found = nextOffset(word, last, typed.charCodeAt(next), lenient);
    if (found < 0) break;
    if (found > last + 1) spent += gapCost;
    offsets.push(found);
    const rest = costs[below + next + 1] ?? never;
    if (Math.abs(rest + spent - cost) < 1e-4) longest = offsets.length;
  }
  return offsets.slice(0, longest);
}
