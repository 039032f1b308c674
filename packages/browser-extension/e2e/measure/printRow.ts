/** Prints a row of a table: what was measured, and of each column the median and the greatest value. */
export function printRow(
  name: string,
  columns: readonly (readonly (number | undefined)[])[],
): void {
  process.stdout.write(`| ${[name, ...columns.map(describe)].join(" | ")} |\n`);
}

function describe(column: readonly (number | undefined)[]): string {
  const values = column.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  if (values.length === 0) return "–";
  return `${values[Math.floor(values.length / 2)]} (${values.at(-1)})`;
}
