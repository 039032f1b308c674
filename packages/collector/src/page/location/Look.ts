import { type Parameter, oneOf } from "../../query/Parameter.ts";

/** The columns that the table of actions can be sorted by. */
export const sortColumns = ["id", "executions", "change", "users", "success", "p95"] as const;

/** @see sortColumns */
export type SortColumn = (typeof sortColumns)[number];

/** By which column, and which way. */
export interface Sorting {
  readonly column: SortColumn;
  readonly direction: "ascending" | "descending";
}

/** How the answers are looked at: nothing that the collector is asked for. */
export interface Look {
  /** What the chart shows. */
  readonly metric: "executions" | "users";
  readonly sorting: Sorting;
  /** Part of a name. */
  readonly find: string;
}

/** How things are looked at where nothing is said. */
export const defaultLook: Look = {
  metric: "executions",
  sorting: { column: "executions", direction: "descending" },
  find: "",
};

const metricParameter = oneOf(["executions", "users"], "What the chart shows.");
const columnParameter = oneOf(sortColumns, "The column that the table is sorted by.");
const directionParameter = oneOf(["ascending", "descending"], "Which way it is sorted.");

/** Reads a look from an address. What it cannot read is as by default: nothing that is shown is lost by that. */
export function readLook(parameters: URLSearchParams): Look {
  const read = <Value>(name: string, parameter: Parameter<Value>, fallback: Value): Value => {
    const result = parameter.parse(parameters.get(name) ?? "");
    return result.ok ? result.value : fallback;
  };
  const { metric, sorting } = defaultLook;
  return {
    metric: read("metric", metricParameter, metric),
    sorting: {
      column: read("sort", columnParameter, sorting.column),
      direction: read("order", directionParameter, sorting.direction),
    },
    find: parameters.get("find")?.slice(0, 128) ?? "",
  };
}

/** Adds to an address what of a look is not as by default. */
export function writeLook({ metric, sorting, find }: Look, parameters: URLSearchParams): void {
  if (metric !== defaultLook.metric) parameters.set("metric", metric);
  if (sorting.column !== defaultLook.sorting.column) parameters.set("sort", sorting.column);
  if (sorting.direction !== defaultLook.sorting.direction) {
    parameters.set("order", sorting.direction);
  }
  if (find !== "") parameters.set("find", find);
}
