import type { JsonValue, Result } from "@action-telemetry/event-schema";

/** Deeper than any sound batch (8), shallow enough for every recursive walk. */
const maxDepth = 16;

/**
 * Parses JSON that nests at most 16 levels, or as many as are given. Depth is checked on the text, because a parsed bomb
 * overflows the stack of whoever walks it next.
 */
export function parseJson(
  text: string,
  depth = maxDepth,
): Result<JsonValue, "malformed-json" | "nested-too-deep"> {
  if (isNestedDeeperThan(text, depth)) return { ok: false, error: "nested-too-deep" };
  try {
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch {
    return { ok: false, error: "malformed-json" };
  }
}

const quote = 34;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** What depth depends on. */
const structure = /["[\]{}]/g;

/** After how many characters of no account the next that counts is searched for: sound JSON has fewer. */
const patience = 64;

function isNestedDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let idle = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    idle += 1;
    if (code === quote) {
      index = endOfString(text, index);
      idle = 0;
    } else if (code === openBracket || code === openBrace) {
      depth += 1;
      idle = 0;
      if (depth > limit) return true;
    } else if (code === closeBracket || code === closeBrace) {
      depth -= 1;
      idle = 0;
    } else if (idle > patience) {
      index = nextStructure(text, index) - 1;
      idle = 0;
    }
  }
  return false;
}

/** Where the next character is that counts, or the end of the text. */
function nextStructure(text: string, start: number): number {
  structure.lastIndex = start;
  return structure.test(text) ? structure.lastIndex - 1 : text.length;
}

/** The index of the quote that ends the string, or of the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === backslash) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
