/** Longest text that is shown, in graphemes (what a reader takes for one character). */
export const maxGraphemes = 200;

/** Longest part of a text that is looked at, in UTF-16 code units. */
const maxLength = 8192;

/**
 * Characters that turn the reading direction of what follows, so that text reads as another; those
 * without width, but for the joiners, which scripts and emoji need; controls that are no white space.
 */
const hidden =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[^\P{Cc}\s]/gu;

/** Accents piled on one character until they cover the lines around it; four is plenty. */
const excessMarks = /(\p{M}{4})\p{M}+/gu;

const loneSurrogates = /\p{Surrogate}/gu;

/** Anything that leaves ink; U+2800 is Braille without a dot. */
const visible = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Printable ASCII with single blanks inside: what nearly every text is, and safe as it stands. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** How `toDisplayText` treats a text. */
export interface DisplayTextOptions {
  /** Keeps line breaks, for descriptions. Default: false, they become spaces. */
  readonly multiline?: boolean;
}

/**
 * Makes a text of unknown origin safe to show as text: bidirectional, invisible and control
 * characters are removed, white space is collapsed, and what is longer than 200 graphemes ends in an
 * ellipsis. The result is empty exactly when nothing visible is left. Takes well under a millisecond
 * for a text of any size.
 */
export function toDisplayText(text: string, options: DisplayTextOptions = {}): string {
  if (text.length <= maxGraphemes && plain.test(text)) return text;
  const cleaned = collapse(
    text.slice(0, maxLength).replace(loneSurrogates, "\uFFFD").replace(hidden, ""),
    options.multiline === true,
  ).replace(excessMarks, "$1");
  return visible.test(cleaned) ? truncate(cleaned) : "";
}

function collapse(text: string, multiline: boolean): string {
  if (!multiline) return text.replace(/\s+/gu, " ").trim();
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u);
  return lines
    .map((line) => collapse(line, false))
    .filter((line) => line !== "")
    .join("\n");
}

function truncate(text: string): string {
  if (text.length <= maxGraphemes) return text;
  let count = 0;
  for (const { index } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    count += 1;
    if (count > maxGraphemes) return `${text.slice(0, index).trimEnd()}…`;
  }
  return text;
}
