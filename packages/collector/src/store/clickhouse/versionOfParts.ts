/** The inserts that a part holds, from which to which, and up to which mutation. */
interface Blocks {
  readonly first: number;
  readonly last: number;
  readonly mutation: number;
}

/**
 * Tells what the parts of a table without partitions hold, whether they have been merged or not: neighbours are taken for
 * one part. A merge across the number of an insert that has failed, or of a mutation, looks like a change.
 *
 * @param names - Such as `all_1_7_2` or, after a mutation, `all_1_7_2_9`.
 */
export function versionOfParts(names: readonly string[]): string {
  const blocks = names.map(parsePart).toSorted((a, b) => a.first - b.first);
  const runs: Blocks[] = [];
  for (const next of blocks) {
    const run = runs.at(-1);
    const isMore = run?.mutation === next.mutation && run.last + 1 === next.first;
    if (isMore) runs.pop();
    runs.push(isMore ? { ...next, first: run.first } : next);
  }
  return runs.map(({ first, last, mutation }) => `${first}-${last}/${mutation}`).join(" ");
}

function parsePart(name: string): Blocks {
  const [, first, last, , mutation = 0] = name.split("_").map(Number);
  return { first: first ?? 0, last: last ?? 0, mutation };
}
