/** A word of a text, as code units from its start up to, not including, its end. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a text into words: at spaces and punctuation, between letters and digits, between scripts
 * that do without spaces, and at the capitals inside a name (`toggleURLBar` is toggle, URL, Bar).
 */
export function splitWords(text: string): readonly WordRange[] {
  const words: WordRange[] = [];
  let start = -1;
  let last: CharacterClass = "separator";
  let lastLength = 1;
  let offset = 0;
  for (const character of text) {
    const next = classify(character);
    if (next !== "mark") {
      if (start >= 0 && isBoundary(last, next)) {
        words.push({ start, end: offset });
        start = -1;
      } else if (last === "upper" && next === "lower" && offset - lastLength > start) {
        // The last capital of several begins the next word.
        words.push({ start, end: offset - lastLength });
        start = offset - lastLength;
      }
      if (start < 0 && next !== "separator") start = offset;
      last = next;
      lastLength = 0;
    }
    lastLength += character.length;
    offset += character.length;
  }
  if (start >= 0) words.push({ start, end: offset });
  return words;
}

type CharacterClass =
  | "lower"
  | "upper"
  | "digit"
  | "han"
  | "hiragana"
  | "katakana"
  | "symbol"
  | "mark"
  | "separator";

function isBoundary(last: CharacterClass, next: CharacterClass): boolean {
  if (last === next) return false;
  return !(last === "upper" && next === "lower");
}

function classify(character: string): CharacterClass {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return classifyASCII(code);
  for (const [kind, pattern] of patterns) if (pattern.test(character)) return kind;
  return "separator";
}

function classifyASCII(code: number): CharacterClass {
  if (code >= 97 && code <= 122) return "lower";
  if (code >= 65 && code <= 90) return "upper";
  if (code >= 48 && code <= 57) return "digit";
  return symbols.has(code) ? "symbol" : "separator";
}

/** `+`, `<`, `=`, `>`, `^`, `~` and `#` are asked for by themselves: "C++", "=>". */
const symbols = new Set("+<=>^~#".split("").map((symbol) => symbol.charCodeAt(0)));

const patterns: readonly (readonly [CharacterClass, RegExp])[] = [
  ["katakana", /[\p{Script=Katakana}\u30FC]/u],
  ["hiragana", /\p{Script=Hiragana}/u],
  ["han", /\p{Script=Han}/u],
  ["mark", /[\p{M}\u200D]/u],
  ["upper", /[\p{Lu}\p{Lt}]/u],
  ["lower", /\p{L}/u],
  ["digit", /\p{N}/u],
  ["symbol", /\p{S}/u],
];
