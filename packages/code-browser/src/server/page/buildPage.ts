import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Where the page is built to and from what. */
export interface PageBuild {
  /** The package's own folder, where its vite configuration is. */
  readonly packageFolder: string;
  /** The folder that the built page is in. */
  readonly pageFolder: string;
  /** Every folder whose files the page is made of. */
  readonly sourceFolders: readonly string[];
}

/** Whether the page has to be built: there is none, or a source is newer. */
export async function isPageStale(build: PageBuild): Promise<boolean> {
  const built = await modifiedAt(join(build.pageFolder, "index.html"));
  if (built === undefined) {
    return true;
  }
  for (const folder of build.sourceFolders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const modified = entry.isFile()
        ? await modifiedAt(join(entry.parentPath, entry.name))
        : undefined;
      if (modified !== undefined && modified > built) {
        return true;
      }
    }
  }
  return false;
}

/** Builds the page with vite, silently; rejects with vite's own error when a source cannot be built. */
export async function buildPage(build: PageBuild): Promise<void> {
  const { build: viteBuild } = await import("vite");
  await viteBuild({ root: build.packageFolder, logLevel: "silent" });
}

async function modifiedAt(file: string): Promise<number | undefined> {
  return stat(file).then(
    (facts) => facts.mtimeMs,
    () => undefined,
  );
}
