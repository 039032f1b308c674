/** A secret that is looked for. */
export interface Secret {
  /** Where it was planted. */
  readonly source: string;
  readonly value: string;
}

/** Says which sources a text holds a secret of. */
export type Finder = (text: string) => ReadonlySet<string>;

/** How many characters of a secret in a row are a hit. */
const shortest = 12;

/** Any run of so many characters of a secret holds one of its pieces, cut at every sixth character. */
const pieceLength = 6;

/** Two different pieces so close to each other are a hit, whatever stands between them. */
const nearest = 40;

/** Where a piece belongs. */
interface Place extends Secret {
  readonly offset: number;
}

/**
 * Makes the function that looks for secrets: for any twelve characters in a row of one, and for two of
 * its pieces near each other; also where upper and lower case were confused, and where what separates
 * the words is gone or has become something else.
 */
export function createFinder(secrets: readonly Secret[]): Finder {
  const places = cutIntoPieces(secrets);
  const pattern = new RegExp([...places.keys()].map(escape).join("|"), "gu");
  return (raw) => {
    const text = raw.toLowerCase();
    const found = new Set<string>();
    const last = new Map<string, { readonly piece: string; readonly index: number }>();
    for (const { 0: piece, index } of text.matchAll(pattern)) {
      for (const place of places.get(piece) ?? []) {
        const before = last.get(place.source);
        const isNear =
          before !== undefined && before.piece !== piece && index - before.index <= nearest;
        if (isNear || runLength(text, index, place) >= shortest) found.add(place.source);
        last.set(place.source, { piece, index });
      }
    }
    return found;
  };
}

/** The pieces of secrets, as they are and without what separates their words. */
function cutIntoPieces(secrets: readonly Secret[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { source, value: original } of secrets) {
    const whole = original.toLowerCase();
    for (const value of new Set([whole, whole.replaceAll(/[^a-z0-9]/gu, "")])) {
      for (let offset = 0; offset + pieceLength <= value.length; offset += pieceLength) {
        const piece = value.slice(offset, offset + pieceLength);
        places.set(piece, [...(places.get(piece) ?? []), { source, value, offset }]);
      }
    }
  }
  return places;
}

/** Of the characters in a secret, the dot alone means something in a regular expression. */
function escape(piece: string): string {
  return piece.replaceAll(".", String.raw`\.`);
}

/** How many characters around a place in a text are those of the secret. */
function runLength(text: string, index: number, { value, offset }: Place): number {
  let before = 0;
  while (offset > before && text[index - before - 1] === value[offset - before - 1]) before += 1;
  let after = 0;
  while (offset + after < value.length && text[index + after] === value[offset + after]) after += 1;
  return before + after;
}
