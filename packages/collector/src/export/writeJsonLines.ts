import type { Cell, Column, Table } from "./Table.ts";

const encoder = new TextEncoder();

/** Writes a table as JSON Lines, a page at a time: an object for each row, without what it does not have. */
export async function* writeJsonLines({
  columns,
  pages,
}: Table): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const rows of pages) {
    const lines = rows.map(
      (row) => `{${columns.flatMap((column, index) => member(column, row[index])).join(",")}}\n`,
    );
    yield encoder.encode(lines.join(""));
  }
}

function member({ name, type }: Column, cell: Cell | undefined): readonly string[] {
  if (cell === null || cell === undefined) return [];
  return [`${JSON.stringify(name)}:${writeValue(type, cell)}`];
}

function writeValue(type: Column["type"], cell: NonNullable<Cell>): string {
  if (type === "json") return writeJson(String(cell));
  return JSON.stringify(type === "time" ? new Date(Number(cell)) : cell);
}

/** On one line, whatever the text: one that is no JSON is written as text. */
function writeJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return JSON.stringify(text);
  }
}
