/** A piece of JSON text that is shown on a line of its own. */
export interface JsonLine {
  /** How deep it is nested. */
  readonly depth: number;
  /** The key it begins with, quotes and colon included; empty where there is none. */
  readonly key: string;
  /** Everything after the key. */
  readonly rest: string;
}

/** A string, a sign that begins or ends a line, or whatever stands between such. */
const tokenPattern = /"(?:[^"\\]|\\.)*"|[{}[\],]|[^"{}[\],]+|"/gs;
const keyPattern = /^"(?:[^"\\]|\\.)*"\s*:/s;

/**
 * Breaks JSON text into lines, for the eye alone: nothing is added, left out or changed, so the lines
 * put together are the text, whatever it is. Text that has line breaks of its own keeps them.
 */
export function splitJsonLines(text: string): readonly JsonLine[] {
  if (text.includes("\n")) return text.split(/(?<=\n)/).map((line) => toLine(line, 0));
  const lines: JsonLine[] = [];
  let depth = 0;
  let line = "";
  let start = 0;
  let hasJustOpened = false;
  const flush = () => {
    if (line !== "") lines.push(toLine(line, start));
    line = "";
  };
  for (const token of text.match(tokenPattern) ?? []) {
    const opens = token === "{" || token === "[";
    const closes = token === "}" || token === "]";
    if (closes) depth = Math.max(0, depth - 1);
    // What is empty stays on its line.
    if (closes !== hasJustOpened) flush();
    if (line === "") start = depth;
    line += token;
    if (opens) depth += 1;
    if (token === ",") flush();
    hasJustOpened = opens;
  }
  flush();
  return lines;
}

function toLine(text: string, depth: number): JsonLine {
  const key = keyPattern.exec(text)?.[0] ?? "";
  return { depth, key, rest: text.slice(key.length) };
}
