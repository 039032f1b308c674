import type { Dimension, Filter } from "../Selection.ts";
import { sqlText } from "./sqlText.ts";

const dimensions: readonly Dimension[] = ["name", "surface", "trigger", "source", "platform"];

/** The condition that something passes a filter; begins with `AND`, or is empty. */
export function whereFilter(filter: Filter = {}): string {
  return dimensions
    .flatMap((dimension) => {
      const value = filter[dimension];
      return value === undefined ? [] : `AND \`${dimension}\` = ${sqlText(value)}`;
    })
    .join(" ");
}
