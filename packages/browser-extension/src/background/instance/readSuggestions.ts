import { type Fields, isText } from "../../messages/readFields.ts";
import { pick, pickList } from "./pick.ts";

/** Something that a search found. */
export interface SearchSuggestion {
  /** What to search for to find it alone. */
  readonly query: string;
  /** What it is, in words. */
  readonly title: string;
}

/** How many are shown. */
const limit = 5;

/** Reads what a search found, leaving out what is malformed. */
export function readSuggestions(data: unknown): readonly SearchSuggestion[] {
  return pickList(data, 50, "search", "results", "results")
    .flatMap((result) => readSuggestion(result) ?? [])
    .slice(0, limit);
}

function readSuggestion(result: Fields): SearchSuggestion | undefined {
  const { __typename: type, name } = result;
  if (type === "Repository" && isText(name, 1024))
    return { query: `r:${exactly(name)}`, title: name };
  const repository = pick(result, "repository", "name");
  const path = pick(result, "file", "path");
  if (type !== "FileMatch" || !isText(repository, 1024) || !isText(path, 4096)) return undefined;
  const file = `r:${exactly(repository)} f:${exactly(path)}`;
  const [symbol] = pickList(result, 1, "symbols");
  if (isText(symbol?.["name"], 1024)) {
    const { name: symbolName } = symbol;
    return {
      query: `${file} type:symbol ${String(symbolName)}`,
      title: `${String(symbolName)} in ${path}`,
    };
  }
  return { query: file, title: `${path} in ${repository}` };
}

/** The regular expression of a name, whole, as one word of a query. */
function exactly(name: string): string {
  const escaped = name
    .replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
    .replace(/\s/gu, String.raw`\s`);
  return `^${escaped.replaceAll(String.raw`\/`, "/")}$`;
}
