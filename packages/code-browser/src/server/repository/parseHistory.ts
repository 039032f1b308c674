import type { HistoryEntry } from "../../api/HistoryAnswer.ts";

/** The format that {@link parseHistory} reads, for `git log -z --name-status`. */
export const historyFormat = "%H%x00%an%x00%aI%x00%s";

const statusPattern = /^\n?([A-Z])\d*$/u;
const statusesWithTwoPaths = new Set(["R", "C"]);

/**
 * Reads what `git log -z --follow --name-status --format=…` prints. Fields are told apart by NUL alone, the one
 * character that neither a name nor a commit's subject can hold.
 *
 * @param path the file's path at the newest commit, for commits that name no path, as merges do
 */
export function parseHistory(output: string, path: string): HistoryEntry[] {
  const tokens = output.split("\0");
  const entries: HistoryEntry[] = [];
  let index = 0;
  let known = path;
  while (index + 3 < tokens.length) {
    const [id = "", author = "", time = "", subject = ""] = tokens.slice(index, index + 4);
    index += 4;
    const status = statusPattern.exec(tokens[index] ?? "")?.[1];
    let movedFrom: string | undefined;
    if (status !== undefined) {
      const two = statusesWithTwoPaths.has(status);
      movedFrom = two ? tokens[index + 1] : undefined;
      known = tokens[index + (two ? 2 : 1)] ?? known;
      index += two ? 3 : 2;
    }
    entries.push({
      id: id.trim(),
      author,
      time,
      subject,
      path: known,
      exists: status !== "D",
      ...(movedFrom === undefined ? {} : { movedFrom }),
    });
    known = movedFrom ?? known;
  }
  return entries;
}
