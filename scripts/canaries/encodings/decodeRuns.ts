/**
 * Reads every run of characters of an alphabet, from each of four places: where a run was cut out of a
 * longer one, only one of them makes sense.
 */
export function decodeRuns(text: string, run: RegExp): string {
  const runs = text.match(run);
  if (runs === null) return text;
  return runs
    .flatMap((found) =>
      [0, 1, 2, 3].map((offset) => Buffer.from(found.slice(offset), "base64").toString("latin1")),
    )
    .join("\n");
}
