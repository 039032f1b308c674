import type { BlameAnswer, BlameCommit, BlameRange } from "../../api/BlameAnswer.ts";

const headerPattern = /^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/u;
const uncommittedPattern = /^0+$/u;

/**
 * Reads what `git blame --incremental` prints: stretches of lines in any order, each commit's facts told only with
 * its first stretch. Answers ranges in line order, neighbours of one commit joined.
 */
export function parseBlame(output: string): BlameAnswer {
  const indexes = new Map<string, number>();
  const facts: Map<string, string>[] = [];
  const ids: string[] = [];
  const ranges: BlameRange[] = [];
  let current: Map<string, string> | undefined;
  for (const line of output.split("\n")) {
    const header = headerPattern.exec(line);
    if (header === null) {
      const space = line.indexOf(" ");
      current?.set(line.slice(0, space), line.slice(space + 1));
      continue;
    }
    const [, id = "", first, count] = header;
    let commit = indexes.get(id);
    if (commit === undefined) {
      commit = facts.length;
      indexes.set(id, commit);
      ids.push(id);
      facts.push(new Map());
    }
    current = facts[commit];
    ranges.push({ line: Number(first), count: Number(count), commit });
  }
  return {
    commits: facts.map((fact, index) => toCommit(ids[index] ?? "", fact)),
    ranges: joinNeighbours(ranges),
  };
}

function toCommit(id: string, facts: ReadonlyMap<string, string>): BlameCommit {
  const time = new Date(Number(facts.get("author-time") ?? 0) * 1000).toISOString();
  if (uncommittedPattern.test(id)) {
    return { author: "You", time, subject: "Not committed yet" };
  }
  return {
    id,
    author: facts.get("author") ?? "Unknown",
    time,
    subject: facts.get("summary") ?? "",
  };
}

function joinNeighbours(ranges: readonly BlameRange[]): BlameRange[] {
  const joined: BlameRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.line - b.line)) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.commit === range.commit &&
      last.line + last.count === range.line
    ) {
      joined[joined.length - 1] = { ...last, count: last.count + range.count };
    } else {
      joined.push(range);
    }
  }
  return joined;
}
