import type { Period } from "../../time/calendar.ts";
import type { Dimension, Selection } from "../Selection.ts";

/** How many days the pages ask about that are opened first. */
const ranges = [30, 90, 365] as const;

const dimensions: readonly Dimension[] = ["name", "surface", "trigger", "source", "platform"];

/** Who can be asked; what is answered does not matter. */
export interface FirstAsked {
  series(selection: Selection): unknown;
  totals(selection: Selection): unknown;
  breakdown(selection: Selection, dimension: Dimension): unknown;
  surfacesByName(selection: Selection): unknown;
  packedSeriesBy(selection: Selection, dimension: Dimension): unknown;
  completions(selection: Selection): unknown;
  names(): unknown;
}

/** Something to ask. */
type Ask = (reader: FirstAsked) => unknown;

/**
 * What the pages ask that are opened first, of periods that end on a day, and what those are compared with. To be asked
 * at the start, twice: so that nobody waits until what it takes has been read from the disk and compiled.
 */
export function firstQuestions(day: number): readonly Ask[] {
  return ranges.flatMap((days) => {
    const period: Period = { unit: "day", first: day - days + 1, last: day };
    const before: Period = { unit: "day", first: period.first - days, last: period.first - 1 };
    return [...questionsOf(period), ...totalsOf(before)];
  });
}

function totalsOf(period: Period): readonly Ask[] {
  const selection: Selection = { period, kind: "action" };
  return [(reader) => reader.series(selection), (reader) => reader.totals(selection)];
}

function questionsOf(period: Period): readonly Ask[] {
  const selection: Selection = { period, kind: "action" };
  return [
    ...totalsOf(period),
    ...dimensions.map(
      (dimension): Ask =>
        (reader) =>
          reader.breakdown(selection, dimension),
    ),
    (reader) => reader.breakdown({ period, kind: "event" }, "name"),
    (reader) => reader.surfacesByName(selection),
    (reader) => reader.packedSeriesBy(selection, "name"),
    (reader) => reader.completions(selection),
    (reader) => reader.names(),
  ];
}
