/** What stands in a column: `time` is milliseconds since 1970, `json` the text of a JSON value. */
export type ColumnType = "text" | "json" | "integer" | "number" | "boolean" | "time";

/** One column of a table. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** What stands in a cell; null where there is nothing. */
export type Cell = string | number | boolean | null;

/** As many cells as there are columns. */
export type Row = readonly Cell[];

/** Rows to be written, some at a time, as they are wanted. */
export interface Table {
  readonly columns: readonly Column[];
  readonly pages: AsyncIterable<readonly Row[]>;
}
