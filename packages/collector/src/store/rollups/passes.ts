import type { Dimension, Filter } from "../Selection.ts";

/** Whether the dimensions of something have the values of a filter. */
export function passes(
  dimensions: Readonly<Partial<Record<Dimension, string>>>,
  filter: Filter = {},
): boolean {
  return (Object.entries(filter) as [Dimension, string | undefined][]).every(
    ([dimension, value]) => value === undefined || dimensions[dimension] === value,
  );
}
