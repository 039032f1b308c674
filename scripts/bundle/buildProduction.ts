import { build, defaultClientConditions, type Rolldown } from "vite";

/** What {@link buildProduction} builds. */
export interface ProductionBuild {
  /** The entry. */
  readonly source: string;
  /** The folder of the package that it belongs to, whose dependencies it may import. */
  readonly root: string;
  /** What is to be different for this one. */
  readonly rolldownOptions?: Omit<Rolldown.RolldownOptions, "input" | "plugins">;
}

const entryId = "virtual:entry";

/**
 * Builds a script from this repository's sources, minified, as an application's bundler would for production:
 * also in a test, where Vite would take React for one in development.
 *
 * @returns The files, in memory.
 * @throws Error when the build fails.
 */
export async function buildProduction(
  options: ProductionBuild,
): Promise<readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const { source, root, rolldownOptions } = options;
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    mode: "production",
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: { conditions: ["@action-telemetry/source", ...defaultClientConditions] },
    oxc: { jsx: { runtime: "automatic", development: false } },
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
      rolldownOptions: { ...rolldownOptions, input: entryId },
    },
  });
  const outputs = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
  return outputs.flatMap(({ output }) => output);
}
