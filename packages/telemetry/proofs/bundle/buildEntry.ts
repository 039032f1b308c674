import { fileURLToPath } from "node:url";
import { build, defaultClientConditions, type Rolldown } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const entryId = "virtual:entry";

/**
 * Builds a script for production, from this repository's sources, as an application would.
 *
 * @param source - The entry.
 * @returns One minified file.
 */
export async function buildEntry(source: string): Promise<string> {
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
  const [chunk] = outputs.flatMap(({ output }) => output).filter((file) => file.type === "chunk");
  if (chunk === undefined) throw new Error("The build has no output.");
  return chunk.code;
}
