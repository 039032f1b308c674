import { fileURLToPath } from "node:url";
import { build, defaultClientConditions, type Rolldown } from "vite";

/** A page's scripts, built for production. */
export interface BuiltPage {
  /** Sources by file name. */
  readonly files: ReadonlyMap<string, string>;
  /** The file that starts the client. */
  readonly entry: string;
  /** The entry and everything that it loads at once, the entry first. */
  readonly initial: readonly string[];
}

const packageRoot = fileURLToPath(new URL("../../..", import.meta.url));
const entryId = "virtual:entry";

/**
 * Builds the smallest page of a client: one that sets it up and records.
 *
 * @param id names the module in `pages`
 */
export function buildPage(id: string): Promise<BuiltPage> {
  return buildEntry(
    `import { start } from "/src/client/pages/${id}.ts";\nglobalThis.record = start(globalThis.instance);`,
  );
}

/** Builds the script by which the benchmark drives a page. It is no part of any client's size. */
export async function buildDriver(): Promise<string> {
  const { entry, files } = await buildEntry(
    `import { installDriver } from "/src/client/pages/driver.ts";\ninstallDriver();`,
  );
  return files.get(entry) ?? "";
}

async function buildEntry(source: string): Promise<BuiltPage> {
  const result = await build({
    root: packageRoot,
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
  if (entry === undefined) throw new Error("The build of a page has no entry.");
  return {
    files: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
    entry: entry.fileName,
    initial: reachable(
      entry.fileName,
      (name) => chunks.find(({ fileName }) => fileName === name)?.imports ?? [],
    ),
  };
}

function reachable(first: string, importsOf: (name: string) => readonly string[]): string[] {
  const found = new Set([first]);
  for (const name of found) for (const imported of importsOf(name)) found.add(imported);
  return [...found];
}
