import { build, defaultClientConditions, type Rolldown } from "vite";

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

const entryId = "virtual:entry";

/**
 * Builds a script for production, from this repository's sources, as an application would.
 *
 * @param source - The entry.
 * @param root - The folder of the package that it belongs to, whose dependencies it may import.
 * @throws Error when the build fails.
 */
export async function buildEntry(source: string, root: string): Promise<BuiltEntry> {
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    mode: "production",
    resolve: { conditions: ["@action-telemetry/source", ...defaultClientConditions] },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entryId ? id : undefined),
        load: (id) => (id === entryId ? { code: source, moduleSideEffects: true } : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: entryId },
    },
  });
  const outputs = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
  const chunks = outputs.flatMap(({ output }) => output).filter((file) => file.type === "chunk");
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
