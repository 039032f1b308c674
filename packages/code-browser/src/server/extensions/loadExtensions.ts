import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ExtensionSource } from "../../api/ExtensionsAnswer.ts";

/** The manifests that were read, and what could not be. */
export interface LoadedExtensions {
  readonly extensions: readonly ExtensionSource[];
  /** A line for each file that could not be read, for the person who named it. */
  readonly problems: readonly string[];
}

const maxManifestBytes = 256 * 1024;

/** Reads extension manifests: each place is a JSON file, or a folder of which every `.json` file is read. */
export async function loadExtensions(places: readonly string[]): Promise<LoadedExtensions> {
  const extensions: ExtensionSource[] = [];
  const problems: string[] = [];
  for (const place of places) {
    for (const file of await filesAt(place)) {
      try {
        if ((await stat(file)).size > maxManifestBytes) {
          throw new RangeError("too large");
        }
        const manifest: unknown = JSON.parse(await readFile(file, "utf8"));
        extensions.push({ file: basename(file), manifest });
      } catch (error) {
        problems.push(`The extension manifest ${file} was left out: ${reason(error)}`);
      }
    }
  }
  return { extensions, problems };
}

async function filesAt(place: string): Promise<string[]> {
  const names = await readdir(place).catch(() => undefined);
  return names === undefined
    ? [place]
    : names
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => join(place, name));
}

function reason(error: unknown): string {
  if (error instanceof SyntaxError) {
    return "it is not JSON.";
  }
  return error instanceof RangeError ? "it is larger than 256 KB." : "it cannot be read.";
}
