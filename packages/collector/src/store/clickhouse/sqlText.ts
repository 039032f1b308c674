/** A text as a literal of ClickHouse's SQL: the only way in which values come into statements. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** Texts as the right side of `IN`; none at all is a list that holds nothing. */
export function sqlTexts(texts: readonly string[]): string {
  return `(${texts.length === 0 ? "SELECT '' WHERE false" : texts.map(sqlText).join(", ")})`;
}

/** Rows of texts as a table, parsed by the server far faster than a list of tuples. */
export function sqlTable(columns: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return `null(${sqlText(columns)})`;
  const lines = rows.map((row) => row.map(escapeField).join("\t")).join("\n");
  return `format(TSV, ${sqlText(columns)}, ${sqlText(lines)})`;
}

function escapeField(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}
