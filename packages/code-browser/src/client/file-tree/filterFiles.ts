/** A file whose path matches what was typed. */
export interface FileMatch {
  readonly path: string;
  /** Which characters of the path matched, ascending. */
  readonly matched: readonly number[];
}

const maxMatches = 200;

/**
 * Finds files by a part of their path, or by its letters in order. Best first: the name begins with it, the name holds
 * it, the path holds it, the letters are in it; shorter paths first among equals.
 */
export function filterFiles(files: readonly string[], query: string): FileMatch[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") {
    return [];
  }
  const found: (FileMatch & { readonly rank: number })[] = [];
  for (const path of files) {
    const match = matchPath(path, wanted);
    if (match !== undefined) {
      found.push(match);
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
    .slice(0, maxMatches)
    .map(({ path, matched }) => ({ path, matched }));
}

function matchPath(
  path: string,
  wanted: string,
): (FileMatch & { readonly rank: number }) | undefined {
  const text = path.toLowerCase();
  const nameStart = text.lastIndexOf("/") + 1;
  const inName = text.indexOf(wanted, nameStart);
  if (inName >= 0) {
    return { path, matched: span(inName, wanted.length), rank: inName === nameStart ? 0 : 1 };
  }
  const inPath = text.indexOf(wanted);
  if (inPath >= 0) {
    return { path, matched: span(inPath, wanted.length), rank: 2 };
  }
  const matched = lettersInOrder(text, wanted);
  return matched === undefined ? undefined : { path, matched, rank: 3 };
}

function lettersInOrder(text: string, wanted: string): number[] | undefined {
  const matched: number[] = [];
  let from = 0;
  for (const letter of wanted) {
    const index = text.indexOf(letter, from);
    if (index < 0) {
      return undefined;
    }
    matched.push(index);
    from = index + 1;
  }
  return matched;
}

function span(start: number, length: number): number[] {
  return Array.from({ length }, (_, index) => start + index);
}
