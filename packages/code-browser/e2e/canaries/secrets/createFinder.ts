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

/**
 * Makes the function that looks for secrets, or any twelve characters in a row of one: also where
 * upper and lower case were confused, and where what separates the words is gone.
 */
export function createFinder(secrets: readonly Secret[]): Finder {
  const pieces = new Map<string, { source: string; value: string; offset: number }[]>();
  for (const { source, value: original } of secrets) {
    const value = original.toLowerCase();
    for (const form of new Set([value, value.replaceAll(/[^a-z0-9]/gu, "")])) {
      for (let offset = 0; offset + pieceLength <= form.length; offset += pieceLength) {
        const piece = form.slice(offset, offset + pieceLength);
        const places = pieces.get(piece) ?? [];
        pieces.set(piece, [...places, { source, value: form, offset }]);
      }
    }
  }
  const pattern = new RegExp([...pieces.keys()].map(escape).join("|"), "gu");
  return (raw) => {
    const text = raw.toLowerCase();
    const found = new Set<string>();
    for (const { 0: piece, index } of text.matchAll(pattern)) {
      for (const { source, value, offset } of pieces.get(piece) ?? []) {
        if (runLength(text, index, value, offset) >= shortest) found.add(source);
      }
    }
    return found;
  };
}

/** Of the characters in a secret, the dot alone means something in a regular expression. */
function escape(piece: string): string {
  return piece.replaceAll(".", String.raw`\.`);
}

/** How many characters around a place are those of the secret. */
function runLength(text: string, index: number, value: string, offset: number): number {
  let before = 0;
  while (offset > before && text[index - before - 1] === value[offset - before - 1]) before += 1;
  let after = 0;
  while (offset + after < value.length && text[index + after] === value[offset + after]) after += 1;
  return before + after;
}
