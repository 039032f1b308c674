import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { addDebugId } from "./addDebugId.ts";

/** What {@link keepSourceMaps} is made with. */
export interface SourceMapOptions {
  /** What error reports call this build. */
  readonly release: string;
  /** Where the scripts are within the build, ending in a slash: `assets/`. */
  readonly base: string;
  /** Where source maps go: never beside the scripts, for then they would be served. */
  readonly folder: string;
}

/** The list of a build's scripts, which tells error reports of our own from others. */
const listName = "scripts.json";

/**
 * Makes source maps with a build, each with its debug ID, and keeps them in a folder of their own; adds a list of the
 * scripts, `scripts.json`, to the build.
 */
export function keepSourceMaps({ release, base, folder }: SourceMapOptions): Plugin {
  return {
    name: "keep-source-maps",
    apply: "build",
    enforce: "post",
    config: () => ({ build: { sourcemap: "hidden" } }),
    async writeBundle({ dir = "" }, bundle) {
      await rm(folder, { recursive: true, force: true });
      const scripts = Object.values(bundle).flatMap(({ type, fileName }) =>
        type === "chunk" && fileName.startsWith(base) ? [fileName] : [],
      );
      await Promise.all(scripts.map((fileName) => move(join(dir, `${fileName}.map`), fileName)));
      const names = scripts.map((fileName) => fileName.slice(base.length)).toSorted();
      await writeFile(join(dir, listName), JSON.stringify(names));
    },
  };

  async function move(path: string, fileName: string): Promise<void> {
    const file = fileName.slice(base.length);
    const target = join(folder, `${file}.map`);
    const map = addDebugId(await readFile(path, "utf8"), release, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, map);
    await rm(path);
  }
}
