import type { Outcome } from "@action-telemetry/event-schema";
import type { EventKind, Tally } from "../EventRecord.ts";
import type { Facet, StoreRow } from "../StoreRow.ts";

/** Rows of other stores that are sums here. */
export type SummedRow = Extract<
  StoreRow,
  { readonly type: "arguments" | "count" | "person" | "completion" | "tally" }
>;

/** The types of these rows. */
export const summedTypes: readonly SummedRow["type"][] = [
  "tally",
  "arguments",
  "count",
  "person",
  "completion",
];

/** Whether a row of another store is a sum here. */
export function isSummed(row: StoreRow): row is SummedRow {
  const types: readonly StoreRow["type"][] = summedTypes;
  return types.includes(row.type);
}

/** Whether a row is a sum over several people, that those of more than one shard may be part of. */
export function isSumOfMany(row: StoreRow): row is Exclude<SummedRow, { type: "person" }> {
  return isSummed(row) && row.type !== "person";
}

/** A row of `roll_up`, summed over its parts. */
export interface RollUpRow {
  readonly type: string;
  readonly bucket: number;
  readonly person: string;
  readonly kind: string;
  readonly name: string;
  readonly surface: string;
  readonly trigger: string;
  readonly source: string;
  readonly platform: string;
  readonly outcome: string;
  readonly step: number;
  readonly executions: number;
  readonly synthetic: number;
  readonly count: number;
}

/** The columns by which rows of `roll_up` are summed. */
export const rollUpKeys =
  "type, bucket, person, kind, name, surface, `trigger`, source, platform, outcome, step";

/** All that is in the sums of some types, each row once. */
export function summedRows(types: readonly SummedRow["type"][]): string {
  const list = types.map((type) => `'${type}'`).join(", ");
  return `SELECT ${rollUpKeys}, sum(executions) AS executions, sum(synthetic) AS synthetic, sum(count) AS count
          FROM roll_up WHERE type IN (${list}) GROUP BY ${rollUpKeys}`;
}

const noFacet: Facet = {
  kind: "action",
  name: "",
  surface: "",
  trigger: "",
  source: "",
  platform: "",
};

/** The row of `roll_up` for a row of another store. */
export function toRollUpRow(row: SummedRow): RollUpRow {
  const none = { person: "", outcome: "", step: -1, executions: 0, synthetic: 0, count: 0 };
  const facet = "facet" in row ? row.facet : noFacet;
  // Arguments are of no day.
  const bucket = "day" in row ? row.day : 0;
  const base = { type: row.type, bucket, ...facet, ...none };
  switch (row.type) {
    case "arguments":
      return { ...base, kind: row.kind, name: row.name };
    case "count":
      return { ...base, executions: row.executions, synthetic: row.synthetic };
    case "person":
      return { ...base, person: row.anonymizedUserId };
    case "completion":
      return { ...base, outcome: row.outcome, step: row.step ?? -1, count: row.count };
    case "tally":
      return { ...base, kind: row.kind, name: row.reason, count: row.count };
  }
}

/** The reverse of `toRollUpRow`. */
export function fromRollUpRow(row: RollUpRow): SummedRow {
  const { bucket: day, name, surface, trigger, source, platform, step, count } = row;
  const facet: Facet = { kind: row.kind as EventKind, name, surface, trigger, source, platform };
  switch (row.type as SummedRow["type"]) {
    case "count":
      return { type: "count", day, facet, executions: row.executions, synthetic: row.synthetic };
    case "arguments":
      return { type: "arguments", kind: facet.kind, name };
    case "person":
      return { type: "person", day, facet, anonymizedUserId: row.person };
    case "completion":
      return {
        type: "completion",
        day,
        facet,
        outcome: row.outcome as Outcome,
        ...(step >= 0 && { step }),
        count,
      };
    case "tally":
      return { type: "tally", day, kind: row.kind as Tally["kind"], reason: name, count };
  }
}
