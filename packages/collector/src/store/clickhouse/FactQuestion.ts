import type { Period } from "../../time/calendar.ts";
import type { Dimension, Selection } from "../Selection.ts";
import type { SummedRow } from "./rollUpRows.ts";

/** By what facts are summed up, under another name if wanted; the bucket is that of the period. */
export type FactGroup = FactColumn | NamedGroup;

/** A column, and how it is named in the answer. */
export interface NamedGroup {
  readonly column: FactColumn;
  readonly as: string;
}

type FactColumn = Dimension | "bucket" | "kind" | "outcome" | "step";

/** What can be told of facts together; `first` and `last` are the days of executions. */
export type FactSum = "executions" | "synthetic" | "count" | "users" | "first" | "last";

/** A condition: one of some values. */
export type FactCondition = readonly [column: Dimension | "kind", values: readonly string[]];

/** Sums of some facts, by some columns. */
export interface FactQuestion {
  readonly types: readonly SummedRow["type"][];
  readonly by: readonly FactGroup[];
  readonly sums: readonly FactSum[];
  /** @default all days */
  readonly period?: Period;
  readonly conditions: readonly FactCondition[];
}

/** The part of a question that a selection says. */
export function conditionsOf({ period, kind, filter = {} }: Selection) {
  const filtered = (Object.entries(filter) as [Dimension, string | undefined][]).flatMap(
    ([dimension, value]): FactCondition[] => (value === undefined ? [] : [[dimension, [value]]]),
  );
  const conditions: readonly FactCondition[] = [["kind", [kind]], ...filtered];
  return { period, conditions };
}

/** What is told apart. */
export function askedColumns({ by, conditions }: FactQuestion): readonly FactColumn[] {
  return [...by.map((group) => namedGroup(group).column), ...conditions.map(([column]) => column)];
}

/** A group whose name is told. */
export function namedGroup(group: FactGroup): NamedGroup {
  return typeof group === "string" ? { column: group, as: group } : group;
}
