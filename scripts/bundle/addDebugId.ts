import { toDebugId } from "../../packages/error-reporting/src/sending/toDebugId.ts";

/**
 * Writes into a source map which script of which release it is of: by the debug ID, which an error report names too, a
 * receiver finds it.
 *
 * @param map - The source map, as text.
 * @param file - The script, as reports name it: relative to where the scripts are.
 */
export function addDebugId(map: string, release: string, file: string): string {
  const id = toDebugId(release, file);
  // Two names for one thing: the proposal's, and the one that Sentry reads.
  return JSON.stringify({ ...(JSON.parse(map) as object), file, debugId: id, debug_id: id });
}
