import { bucketOf, bucketStart, daysOf } from "../../time/calendar.ts";
import type { Dimension, Selection } from "../Selection.ts";
import { passes } from "./passes.ts";
import type { PeopleBits } from "./PeopleBits.ts";
import { type KeyParts, type RollUpDimension, partsByDimension } from "./RollUpDimension.ts";
import type { RollUpSpan } from "./RollUpSpan.ts";
import { spansOf } from "./spansOf.ts";

/** What counts are split by. */
export type Split = "all" | Dimension | "nameSurface" | "completion";

/** Which counts: of what is selected, split by something; by the buckets of the period too, or over all of it. */
export interface CountQuery {
  readonly selection: Selection;
  readonly by: Split;
  readonly isByBucket: boolean;
}

/** Called for parts of counts, that are to be added up by bucket and group. */
type Visitor<Rest extends readonly unknown[]> = (
  bucket: number,
  group: string,
  ...rest: Rest
) => void;

/** Gives counts, in parts. */
export interface CountVisits {
  visitCounts(query: CountQuery, visit: Visitor<[executions: number, synthetic: number]>): void;
  visitPeople(query: CountQuery, visit: Visitor<[addTo: (bits: PeopleBits) => void]>): void;
}

/** The smallest of some dimensions that knows all that is asked; for hours the one that knows all. */
export function dimensionFor(
  { selection: { period, filter = {} }, by }: CountQuery,
  dimensions: readonly RollUpDimension[],
): RollUpDimension {
  if (period.unit === "hour") return by === "completion" ? "facetCompletion" : "facet";
  const filtered = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  const asked = [...partsByDimension[by], ...filtered];
  const isEnough = (dimension: RollUpDimension) =>
    asked.every((part) => partsByDimension[dimension].some((known) => known === part));
  return dimensions.find(isEnough) ?? "facet";
}

/** The buckets that are read of a dimension to answer. @param isByDay Whether it is kept for days alone. */
export function spansFor(
  { selection: { period }, isByBucket }: CountQuery,
  dimension: RollUpDimension,
  isByDay = isByDayAlone(dimension),
): readonly RollUpSpan[] {
  if (isByDay) return [{ ...daysOf(period), unit: "day" }];
  const { unit, first, last } = period;
  return isByBucket && unit !== "hour" ? [{ unit, first, last }] : spansOf(period);
}

/** Turns the buckets of a dimension into those of the period. @param isByDay Whether it is kept for days alone. */
export function bucketing(
  { selection: { period }, isByBucket }: CountQuery,
  dimension: RollUpDimension,
  isByDay = isByDayAlone(dimension),
): (bucket: number) => number {
  if (!isByBucket) return () => 0;
  if (!isByDay) return (bucket) => bucket;
  return (day) => bucketOf(period.unit, bucketStart("day", day));
}

/** For what a key consists of: what it is counted under, or nothing if it is not asked for. */
export function groupOf(
  { selection: { kind, filter }, by }: CountQuery,
  parts: KeyParts,
): string | undefined {
  if (parts.kind !== kind || !passes(parts, filter)) return undefined;
  const [, ...names] = partsByDimension[by];
  return names.map((name) => parts[name]).join("\n");
}

function isByDayAlone(dimension: RollUpDimension): boolean {
  return dimension === "facet" || dimension === "facetCompletion";
}
