import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet";
import type { Cell, Column, ColumnType, Row, Table } from "./Table.ts";

/** Rows of a row group: what is in memory at a time. */
const groupSize = 5000;

const elementByType: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  json: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  time: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
};

/** Writes a table as Parquet, a row group at a time, compressed by Snappy. */
export async function* writeParquet({
  columns,
  pages,
}: Table): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    createdBy: "@action-telemetry/collector",
  });
  for await (const rows of inGroups(pages)) {
    await writer.write({
      rowGroupSize: rows.length,
      columnData: columns.map((column, index) => ({
        name: column.name,
        data: rows.map((row) => toValue(column.type, row[index] ?? null)),
      })),
    });
    yield take(bytes);
  }
  await writer.finish();
  yield take(bytes);
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const leaves = columns.map(({ name, type }): SchemaElement => {
    return { name, repetition_type: "OPTIONAL", ...elementByType[type] };
  });
  return [{ name: "root", num_children: columns.length }, ...leaves];
}

function toValue(type: ColumnType, cell: Cell): unknown {
  if (cell === null) return undefined;
  if (type === "integer") return BigInt(cell);
  return type === "time" ? new Date(Number(cell)) : cell;
}

/** What was written since the last time. Positions go on from there. */
function take(bytes: ByteWriter): Uint8Array<ArrayBuffer> {
  const taken = bytes.getBytes().slice();
  bytes.index = 0;
  return taken;
}

async function* inGroups(pages: Table["pages"]): AsyncGenerator<readonly Row[]> {
  let group: Row[] = [];
  for await (const rows of pages) {
    for (const row of rows) {
      group.push(row);
      if (group.length < groupSize) continue;
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}
