/** A piece of JSON text that is shown on a line of its own. */
export interface JsonLine {
  /** How deep it is nested. */
  readonly depth: number;
  /** The key it begins with, quotes and colon included; empty where there is none. */
  readonly key: string;
  /** Everything after the key. */
  readonly rest: string;
}

const tokenPattern = /"(?:[^"\\]|\\.)*"|[{}[\],]|[^"{}[\],]+|"/gs;
const keyPattern = /^"(?:[^"\\]|\\.)*"\s*:/s;
const emptyPattern = /^(?:\{\s*\}|\[\s*\])$/;

/**
 * Breaks JSON text into lines, for the eye alone: nothing is added, left out or changed, so the lines
 * put together are the text, whatever it is. Text that has line breaks of its own keeps them.
 */
export function splitJsonLines(text: string): readonly JsonLine[] {
  if (text.includes("\n"))
    return text.split(/(?<=\n)/).map((line) => ({ depth: 0, ...split(line) }));
  const lines: JsonLine[] = [];
  let depth = 0;
  let line = "";
  const end = (at: number) => {
    if (line !== "") lines.push({ depth: at, ...split(line) });
    line = "";
  };
  for (const token of text.match(tokenPattern) ?? []) {
    if (token === "}" || token === "]") {
      // An empty object or list stays on its line.
      if (emptyPattern.test(line.slice(-1) + token)) {
        depth -= 1;
        line += token;
        continue;
      }
      end(depth);
      depth = Math.max(0, depth - 1);
    }
    line += token;
    if (token === "{" || token === "[") {
      const next = depth + 1;
      opened = next;
      depth = next;
    }
  }
  end(depth);
  return lines;
}

function split(line: string): { readonly key: string; readonly rest: string } {
  const key = keyPattern.exec(line)?.[0] ?? "";
  return { key, rest: line.slice(key.length) };
}
