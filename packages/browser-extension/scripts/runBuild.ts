import { join } from "node:path";
import { build, defaultClientConditions, type InlineConfig, type Rolldown } from "vite";

/** The folder of the extension's sources. */
export const sources = join(import.meta.dirname, "../src");

/** A file that a build made. */
export type BuiltFile = Rolldown.OutputChunk | Rolldown.OutputAsset;

const shared: InlineConfig = {
  configFile: false,
  publicDir: false,
  logLevel: "error",
  mode: "production",
  base: "./",
  define: { "process.env.NODE_ENV": '"production"' },
  resolve: { conditions: ["@action-telemetry/source", ...defaultClientConditions] },
  oxc: { jsx: { runtime: "automatic", development: false } },
};

/**
 * Builds from the packages' sources, for the oldest browsers that the manifest names. Nothing is
 * written anywhere.
 *
 * @param root - What names of files in HTML are relative to.
 * @throws Error when it fails.
 */
export async function runBuild(
  root: string,
  rolldownOptions: Rolldown.RolldownOptions,
): Promise<readonly BuiltFile[]> {
  const result = await build({
    ...shared,
    root,
    build: {
      write: false,
      target: ["chrome123", "firefox128"],
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      // Made, but named by no script and packed with none.
      sourcemap: "hidden",
      rolldownOptions,
    },
  });
  const outputs = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput];
  return outputs.flatMap(({ output }) => output);
}
