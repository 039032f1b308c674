import type { Dimension, Selection } from "../Selection.ts";
import type { CountAnswers } from "../rollups/CountAnswers.ts";

/** How long it takes at most, but for the question that it is at, in milliseconds. */
const patience = 500;

/** How many days are asked about. */
const ranges = [30, 90, 365] as const;

const dimensions: readonly Dimension[] = ["name", "surface", "trigger", "source", "platform"];

/** Who can be asked. */
interface Reader extends Pick<
  CountAnswers,
  "series" | "totals" | "breakdown" | "surfacesByName" | "packedSeriesBy" | "completions"
> {
  names(): unknown;
}

type Ask = (reader: Reader, selection: Selection) => unknown;

/** What the pages ask that are opened first. */
const questions: readonly Ask[] = [
  (reader, selection) => reader.series(selection),
  (reader, selection) => reader.totals(selection),
  ...dimensions.map(
    (dimension): Ask =>
      (reader, selection) =>
        reader.breakdown(selection, dimension),
  ),
  (reader, selection) => reader.surfacesByName(selection),
  (reader, selection) => reader.packedSeriesBy(selection, "name"),
  (reader, selection) => reader.completions(selection),
  (reader) => reader.names(),
];

/**
 * Asks what will be asked first, so that whoever opens a page after the start does not wait until what it needs has been
 * read from the disk and compiled.
 *
 * @param day The last one that there is something of.
 */
export function warmUp(reader: Reader, day: number): void {
  const begun = performance.now();
  for (const days of [...ranges, ...ranges]) {
    const period = { unit: "day", first: day - days + 1, last: day } as const;
    for (const ask of questions) {
      if (performance.now() - begun > patience) return;
      ask(reader, { period, kind: "action" });
    }
  }
}
