import type { Dimension } from "../Selection.ts";
import { factColumns } from "./factSources.ts";
import type { RollUpRow, SummedRow } from "./rollUpRows.ts";
import { sqlTexts } from "./sqlText.ts";

/** Sums of sums, by the kind and some dimensions only: most questions need no more, and read far less. */
interface Grain {
  readonly type: "total" | "named" | "visit" | "visitor";
  readonly of: "count" | "person";
  readonly dimensions: readonly Dimension[];
}

const dimensions: readonly Dimension[] = ["name", "surface", "trigger", "source", "platform"];

/** Of sums of one type, those with the fewest rows come first. People keep to one source and platform. */
const grains: readonly Grain[] = [
  { type: "total", of: "count", dimensions: ["surface", "trigger", "source", "platform"] },
  { type: "named", of: "count", dimensions: ["name", "surface"] },
  { type: "visitor", of: "person", dimensions: ["source", "platform"] },
  { type: "visit", of: "person", dimensions: ["surface", "trigger", "source", "platform"] },
];

/** The type of the rows to read instead of those of another type, where some columns are asked about. */
export function grainFor(type: SummedRow["type"], columns: readonly string[]): string {
  const asked = dimensions.filter((dimension) => columns.includes(dimension));
  const grain = grains.find(
    (one) => one.of === type && asked.every((dimension) => one.dimensions.includes(dimension)),
  );
  return grain?.type ?? type;
}

/** A row, and those of all grains that it is counted in. */
export function grainsOf(row: RollUpRow): readonly RollUpRow[] {
  const coarser = grains
    .filter(({ of }) => of === row.type)
    .map((grain): RollUpRow => {
      const dropped = dimensions.filter((dimension) => !grain.dimensions.includes(dimension));
      return { ...row, ...Object.fromEntries(dropped.map((one) => [one, ""])), type: grain.type };
    });
  return [row, ...coarser];
}

/** Facts, each with those of all grains that it is counted in. */
export function grainedFacts(facts: string): string {
  const columns = factColumns.split(", ").map((column) => {
    const name = column.replaceAll("`", "");
    if (name === "type") return "grain AS type";
    const without = grains.filter((grain) => lacks(grain, name)).map(({ type }) => type);
    return without.length === 0
      ? `fine.${column} AS ${column}`
      : `if(grain IN ${sqlTexts(without)}, '', fine.${column}) AS ${column}`;
  });
  return `(
    SELECT ${columns.join(", ")} FROM (
      SELECT *, arrayJoin(multiIf(
        type = 'count', ${typesOf("count")}, type = 'person', ${typesOf("person")}, [toString(type)])) AS grain
      FROM ${facts}) AS fine)`;
}

function lacks({ dimensions: kept }: Grain, column: string): boolean {
  return dimensions.some((one) => one === column && !kept.includes(one));
}

function typesOf(type: Grain["of"]): string {
  const types = [type, ...grains.filter(({ of }) => of === type).map((grain) => grain.type)];
  return `[${types.map((one) => `'${one}'`).join(", ")}]`;
}
