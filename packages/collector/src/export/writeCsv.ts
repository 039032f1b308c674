import type { Cell, Column, Row, Table } from "./Table.ts";

/** The end of a line after RFC 4180. */
const lineEnd = "\r\n";

/**
 * What a spreadsheet may take for a formula: the signs, their full-width forms, and white space or control characters
 * that some programs skip before them or are told to by.
 */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}'"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** Text that needs no quotes with any separator that a spreadsheet may assume. */
const plain = /^[\w.:/ -]*$/u;

const encoder = new TextEncoder();

/** Writes a table as CSV, a page at a time. Text that could be a formula gets an apostrophe; numbers stay numbers. */
export async function* writeCsv({
  columns,
  pages,
}: Table): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield encoder.encode(columns.map(({ name }) => writeText(name)).join(",") + lineEnd);
  for await (const rows of pages) {
    yield encoder.encode(rows.map((row) => writeRow(row, columns)).join(""));
  }
}

function writeRow(row: Row, columns: readonly Column[]): string {
  return row.map((cell, index) => writeCell(cell, columns[index])).join(",") + lineEnd;
}

function writeCell(cell: Cell, column: Column | undefined): string {
  if (cell === null) return "";
  if (typeof cell === "string") return writeText(cell);
  if (column?.type === "time") return new Date(Number(cell)).toISOString();
  return String(cell);
}

function writeText(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return plain.test(safe) && safe.trim() === safe ? safe : `"${safe.replaceAll('"', '""')}"`;
}
