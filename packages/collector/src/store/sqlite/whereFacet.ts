import type { SQLInputValue } from "node:sqlite";
import type { Dimension, Filter } from "../Selection.ts";

/** The only identifiers that ever come into a statement; values are always bound. */
export const columnByDimension: Readonly<Record<Dimension, string>> = {
  name: "facet.name",
  surface: "facet.surface",
  trigger: 'facet."trigger"',
  source: "facet.source",
  platform: "facet.platform",
};

/** A part of a statement, with the values of its question marks. */
export interface Condition {
  /** Begins with `AND`, or is empty. */
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** The condition that a facet passes a filter. */
export function whereFacet(filter: Filter = {}): Condition {
  const columns = Object.entries(columnByDimension).flatMap(([dimension, column]) => {
    const value = filter[dimension as Dimension];
    return value === undefined ? [] : [{ column, value }];
  });
  return {
    sql: columns.map(({ column }) => ` AND ${column} = ?`).join(""),
    values: columns.map(({ value }) => value),
  };
}
