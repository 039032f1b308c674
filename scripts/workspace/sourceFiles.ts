import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** A text file of the workspace. */
export interface SourceFile {
  /** From the root of the workspace, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Made by tools, never written by hand; version control ignores the same. */
const ignoredFolders = new Set([
  ".cache",
  ".data",
  ".git",
  "__screenshots__",
  "coverage",
  "dist",
  "node_modules",
  "storybook-static",
  "test-results",
]);

/** Every text file below a folder that people write. */
export function readSourceFiles(root: string, folder = root): readonly SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ignoredFolders.has(entry.name) ? [] : readSourceFiles(root, path);
    }
    if (!entry.isFile()) return [];
    const text = readFileSync(path, "utf8");
    return text.includes("\0") ? [] : [{ path: relative(root, path).replaceAll(sep, "/"), text }];
  });
}

/** Whether a file holds code: of a language that the other checks read. */
export function isCode({ path }: SourceFile): boolean {
  return /\.(?:ts|tsx|mjs|css)$/u.test(path);
}
