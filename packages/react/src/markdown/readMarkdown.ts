import { Lexer, type MarkedToken, type Token } from "marked";

/** Characters of a text that are read; the rest is left out. */
const longest = 100_000;

/**
 * Reads Markdown, with tables, task lists and bare addresses as code hosts have them. Text that cannot
 * be read, such as quotes within ten thousand quotes, is a paragraph of itself.
 */
export function readMarkdown(text: string): readonly MarkedToken[] {
  const source = text.slice(0, longest);
  try {
    // Its own lexer: the settings of another copy of the parser on the page are not these.
    return known(new Lexer({ gfm: true }).lex(source));
  } catch {
    return [{ type: "text", raw: source, text: source, escaped: false }];
  }
}

/** The tokens of a list, without those that only an extension of the parser could have made. */
export function known(tokens: readonly Token[] = []): readonly MarkedToken[] {
  return tokens as readonly MarkedToken[];
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  hellip: "…",
  lt: "<",
  mdash: "—",
  nbsp: "\u00A0",
  ndash: "–",
  quot: '"',
};

/** Replaces character references, which the parser leaves to a browser that reads HTML. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, ...found) => {
    const [decimal, hex, name] = found as readonly (string | undefined)[];
    if (name !== undefined) return named[name] ?? whole;
    const code = Number.parseInt(decimal ?? hex ?? "", decimal === undefined ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}
