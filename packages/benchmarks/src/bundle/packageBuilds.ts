import { fileURLToPath } from "node:url";
import * as entries from "../../../../scripts/bundle/buildEntry.ts";
import * as pages from "../../../../scripts/bundle/buildPage.ts";

export type { BuiltEntry } from "../../../../scripts/bundle/buildEntry.ts";
export type { BuiltPage } from "../../../../scripts/bundle/buildPage.ts";

/** Modules and dependencies are those of this package: the peers are its own. */
const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Builds a script for production, as an application would.
 *
 * @param source - The entry; a path that begins with `/` begins in this package.
 * @throws Error when the build fails.
 */
export function buildEntry(source: string): Promise<entries.BuiltEntry> {
  return entries.buildEntry(source, packageRoot);
}

/**
 * Builds the one script and the styles of a page for production, as an application would.
 *
 * @param source - The entry; a path that begins with `/` begins in this package.
 * @throws Error when the build fails.
 */
export function buildPage(source: string): Promise<pages.BuiltPage> {
  return pages.buildPage(source, packageRoot);
}
