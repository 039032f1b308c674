import { join } from "node:path";
import { build, defaultClientConditions, type InlineConfig, type Rolldown } from "vite";
import { fileNames } from "../src/manifest/fileNames.ts";

const packageFolder = join(import.meta.dirname, "..");
const sources = join(packageFolder, "src");

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

/** Builds a script into one file. */
async function buildScript(entry: string, fileName: string, format: "es" | "iife") {
  const output: Rolldown.OutputOptions = { format, entryFileNames: fileName, codeSplitting: false };
  return run(sources, { input: join(sources, entry), output });
}

/** Builds the options page: HTML, a script and styles, all of them files of their own. */
async function buildOptions() {
  const output: Rolldown.OutputOptions = {
    codeSplitting: false,
    entryFileNames: "options.js",
    assetFileNames: "options[extname]",
  };
  // The page lies at the top, beside the files that it names.
  const root = join(sources, "options");
  return run(root, { input: join(root, fileNames.options), output });
}

async function run(root: string, rolldownOptions: Rolldown.RolldownOptions) {
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

/**
 * Builds everything of the extension that is the same in every browser.
 *
 * @returns Contents by file name.
 * @throws Error when a build fails.
 */
export async function buildBundles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = [
    ...(await buildScript("background/main.ts", fileNames.background, "es")),
    ...(await buildScript("content/main.tsx", fileNames.content, "iife")),
    ...(await buildOptions()),
  ];
  return new Map(
    files.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]),
  );
}
