import { join } from "node:path";
import type { Rolldown } from "vite";
import { fileNames } from "../src/manifest/fileNames.ts";
import { buildParts } from "./buildParts.ts";
import { runBuild, sources } from "./runBuild.ts";

/** Builds the worker into one file. */
function buildWorker() {
  const output: Rolldown.OutputOptions = {
    format: "es",
    entryFileNames: fileNames.background,
    codeSplitting: false,
  };
  return runBuild(sources, { input: join(sources, "background/main.ts"), output });
}

/** Builds the options page: HTML, a script and styles, all of them files of their own. */
function buildOptions() {
  const output: Rolldown.OutputOptions = {
    codeSplitting: false,
    entryFileNames: "options.js",
    assetFileNames: "options[extname]",
  };
  // The page lies at the top, beside the files that it names.
  const root = join(sources, "options");
  return runBuild(root, { input: join(root, fileNames.options), output });
}

/**
 * Builds everything of the extension that is the same in every browser.
 *
 * @returns Contents by file name.
 * @throws Error when a build fails.
 */
export async function buildBundles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = [...(await buildWorker()), ...(await buildParts()), ...(await buildOptions())];
  return new Map(
    files.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]),
  );
}
