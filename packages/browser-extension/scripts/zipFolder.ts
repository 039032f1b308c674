import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { zipSync, type Zippable } from "fflate";

/**
 * Packs a folder. The same files give the same bytes, at any time and in any time zone: entries are in
 * the order of their names and as old as the format allows.
 *
 * @throws Error when the folder cannot be read.
 */
export function zipFolder(folder: string): Uint8Array {
  // An archive holds local times: this is the same one everywhere.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const path of listFiles(folder)) {
    const name = relative(folder, path).split(sep).join("/");
    entries[name] = [readFileSync(path), { mtime, level: 9, os: 3, attrs: 0o644 << 16 }];
  }
  return zipSync(entries);
}

/** The files below a folder, in the order of their names. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .toSorted();
}
