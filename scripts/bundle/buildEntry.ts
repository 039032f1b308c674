import { buildProduction } from "./buildProduction.ts";

/** A script that was built for production. */
export interface BuiltEntry {
  /** Sources by file name. */
  readonly files: ReadonlyMap<string, string>;
  /** The file that is run. */
  readonly entry: string;
  /** The entry's source. */
  readonly code: string;
  /** The entry and everything that it loads at once, the entry first. */
  readonly initial: readonly string[];
}

/**
 * Builds a script for production, from this repository's sources, as an application would.
 *
 * @param source - The entry.
 * @param root - The folder of the package that it belongs to, whose dependencies it may import.
 * @throws Error when the build fails.
 */
export async function buildEntry(source: string, root: string): Promise<BuiltEntry> {
  const files = await buildProduction({ source, root });
  const chunks = files.filter((file) => file.type === "chunk");
  const entry = chunks.find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error("The build has no entry.");
  const importsOf = (name: string) =>
    chunks.find(({ fileName }) => fileName === name)?.imports ?? [];
  return {
    files: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
    entry: entry.fileName,
    code: entry.code,
    initial: reachable(entry.fileName, importsOf),
  };
}

function reachable(first: string, importsOf: (name: string) => readonly string[]): string[] {
  const found = new Set([first]);
  for (const name of found) for (const imported of importsOf(name)) found.add(imported);
  return [...found];
}
