import { fileURLToPath } from "node:url";
import { buildEntry as build } from "../../../../scripts/bundle/buildEntry.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Builds a script of this package for production, as an application would.
 *
 * @param source - The entry.
 * @returns One minified file.
 */
export async function buildEntry(source: string): Promise<string> {
  return (await build(source, root)).code;
}
