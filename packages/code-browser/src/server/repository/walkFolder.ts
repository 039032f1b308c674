import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isGitFolder } from "./checkPath.ts";

/** The files below a folder. */
export interface WalkedFolder {
  /** Paths from the folder with `/` between names, sorted by code unit. */
  readonly files: readonly string[];
  /** How many files were not listed; a lower bound, since the walk ends there. */
  readonly omitted: number;
}

/** Lists the files below a folder that has no Git to ask, without following links, up to `maxFiles`. */
export async function walkFolder(root: string, maxFiles: number): Promise<WalkedFolder> {
  const files: string[] = [];
  const waiting = [""];
  let omitted = 0;
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isGitFolder(entry.name) && entry.name !== "node_modules") {
          waiting.push(path);
        }
      } else if (entry.isFile() || entry.isSymbolicLink()) {
        if (files.length < maxFiles) {
          files.push(path);
        } else {
          omitted += 1;
        }
      }
    }
    if (omitted > 0) {
      break;
    }
  }
  return { files: files.sort(), omitted };
}
