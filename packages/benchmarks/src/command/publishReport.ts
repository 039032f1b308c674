import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Where the reports of everything are kept. */
export const resultsFolder = fileURLToPath(new URL("../../results", import.meta.url));

/** What a benchmark has to say. */
export interface RenderedReport {
  /** Of its files, without an ending. */
  readonly name: string;
  /** Markdown. */
  readonly page: string;
  /** SVG; drawn only where it is written, for what is not whole may be too little for it. */
  readonly drawChart: () => string;
}

/**
 * Writes a report into a folder, which is made when it is missing, and says so.
 *
 * @param folder - Without one the page is printed: what is not whole has no place.
 */
export async function publishReport(
  { name, page, drawChart }: RenderedReport,
  folder: string | undefined,
): Promise<void> {
  if (folder === undefined) {
    process.stdout.write(`\n${page}`);
    return;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.md`), page);
  await writeFile(join(folder, `${name}.svg`), drawChart());
  process.stdout.write(`Written to ${folder}\n`);
}
