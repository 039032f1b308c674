import type { Random } from "./createRandom.ts";

/** A query made out of words that a person means. */
export interface MadeQuery {
  readonly query: string;
  /** The words that are meant, whole. */
  readonly meant: readonly string[];
  /** Whether what is meant may be a part of a word. */
  readonly isPart?: true;
}

/** Makes a query of one kind out of the words of a title, or nothing where it is too short. */
export type QueryRule = (
  words: readonly string[],
  category: readonly string[],
  random: Random,
) => MadeQuery | undefined;

const vowels = /(?<=.)[aeiou]/gu;
const accents = ["\u0301", "\u0300", "\u0302", "\u0308"];

/** The rules by kind. None of them knows anything about how any library matches. */
export const queryRules: Readonly<Record<string, QueryRule>> = {
  acronym: (words) =>
    words.length < 3
      ? undefined
      : { query: words.map(([initial]) => initial).join(""), meant: words },
  prefix(words, _category, random) {
    const last = words.at(-1) ?? "";
    if (words.length < 2 || last.length < 3) return undefined;
    const cut = 1 + random.below(last.length - 1);
    return { query: [...words.slice(0, -1), last.slice(0, cut)].join(" "), meant: words };
  },
  "mid-word"(words, _category, random) {
    const word = random.pick(words);
    if (word.length < 7) return undefined;
    const start = 1 + random.below(word.length - 5);
    const query = word.slice(start, start + 5);
    return { query, meant: [query], isPart: true };
  },
  "later word"(words, _category, random) {
    const word = words[1 + random.below(words.length - 1)] ?? "";
    return word.length < 5 ? undefined : { query: word, meant: [word] };
  },
  "word order"(words, _category, random) {
    if (words.length < 2) return undefined;
    const by = 1 + random.below(words.length - 1);
    return { query: [...words.slice(by), ...words.slice(0, by)].join(" "), meant: words };
  },
  beginnings(words, _category, random) {
    if (words.length < 2) return undefined;
    const parts = words.map((word) => word.slice(0, 2 + random.below(3)));
    return { query: parts.join(" "), meant: words };
  },
  "joined beginnings"(words, _category, random) {
    if (words.length < 2 || words.length > 4) return undefined;
    const parts = words.map((word) => word.slice(0, 2 + random.below(3)));
    return { query: parts.join(""), meant: words };
  },
  "without vowels"(words) {
    if (words.length < 2 || words.length > 3) return undefined;
    const query = words.map((word) => word.replace(vowels, "").slice(0, 4)).join("");
    return query.length < 5 ? undefined : { query, meant: words };
  },
  category(words, category, random) {
    if (category.length === 0) return undefined;
    const word = random.pick(words);
    return { query: [...category, word].join(" "), meant: [...category, word] };
  },
  "typo: transposed": withTypo((word, at) => swap(word, at)),
  "typo: missing": withTypo((word, at) => word.slice(0, at) + word.slice(at + 1)),
  "typo: doubled": withTypo((word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at)),
  "typo: wrong": withTypo((word, at, random) => {
    const letter = String.fromCharCode(97 + random.below(26));
    return word.slice(0, at) + letter + word.slice(at + 1);
  }),
  "typo in one word"(words, _category, random) {
    const word = random.pick(words);
    if (word.length < 6) return undefined;
    return { query: swap(word, 1 + random.below(word.length - 2)), meant: [word] };
  },
  diacritics(words, _category, random) {
    const query = words
      .join(" ")
      .replaceAll(/[aeounc]/gu, (letter) => (letter + random.pick(accents)).normalize("NFC"));
    return { query, meant: words };
  },
  "short word, letter missing"(words, _category, random) {
    const short = random.pick(words);
    const other = random.pick(words);
    if (short.length < 3 || short.length > 4 || other === short || other.length < 4) {
      return undefined;
    }
    const at = 1 + random.below(short.length - 1);
    const spoiled = short.slice(0, at) + short.slice(at + 1);
    return { query: `${spoiled} ${other}`, meant: [short, other] };
  },
};

function swap(word: string, at: number): string {
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** One letter of one longer word is typed wrong; the rest of the title follows as it is. */
function withTypo(spoil: (word: string, at: number, random: Random) => string): QueryRule {
  return (words, _category, random) => {
    const meant = words.slice(0, 4);
    const places = meant.flatMap((word, place) => (word.length >= 4 ? [place] : []));
    if (places.length === 0) return undefined;
    const place = random.pick(places);
    const word = meant[place] ?? "";
    const spoiled = spoil(word, random.below(word.length - 1), random);
    if (spoiled === word) return undefined;
    return { query: meant.with(place, spoiled).join(" "), meant };
  };
}
