import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, defaultClientConditions, type Rolldown } from "vite";

/** What of the package a consumer takes, and how many bytes that may be, gzipped, without React. */
export interface SizeBudget {
  readonly name: string;
  /** The consumer's module. */
  readonly source: string;
  readonly limit: number;
}

/** The budgets of this package. */
export const budgets: readonly SizeBudget[] = [
  {
    name: "everything",
    source: `export * from "@action-telemetry/react";`,
    limit: 45_000,
  },
  {
    name: "ActionItem with its executor",
    source: `export { ActionItem } from "@action-telemetry/react";`,
    limit: 8600,
  },
  {
    name: "Markdown",
    source: `export { Markdown } from "@action-telemetry/react/markdown";`,
    limit: 17_500,
  },
];

const entryId = "virtual:consumer";

/**
 * Builds a consumer for production, as an application's bundler does, and weighs what is left.
 *
 * @returns bytes, gzipped at level 9
 */
export async function measureSize(source: string): Promise<number> {
  const result = await build({
    root: fileURLToPath(new URL("..", import.meta.url)),
    configFile: false,
    logLevel: "error",
    mode: "production",
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: { conditions: ["@action-telemetry/source", ...defaultClientConditions] },
    // What is weighed is the same in a test, where Vite takes React for one in development.
    oxc: { jsx: { runtime: "automatic", development: false } },
    plugins: [
      {
        name: "consumer",
        resolveId: (id) => (id === entryId ? id : undefined),
        load: (id) => (id === entryId ? { code: source, moduleSideEffects: true } : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entryId,
        external: [/^react(-dom)?($|\/)/u],
        preserveEntrySignatures: "strict",
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
  const chunks = outputs.flatMap(({ output }) => output).filter(({ type }) => type === "chunk");
  return chunks
    .map((chunk) => gzipSync((chunk as Rolldown.OutputChunk).code, { level: 9 }).length)
    .reduce((total, bytes) => total + bytes, 0);
}
