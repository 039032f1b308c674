import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the whole workspace, without a trailing slash. */
export const workspaceRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(
  /[\\/]$/u,
  "",
);

/** Where the workspace's own commands are, Node among them. */
export const binFolder = join(workspaceRoot, "node_modules", ".bin");

/**
 * The environment of everything that runs after the installation: the workspace's Node and
 * commands come before the machine's.
 *
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function workspaceEnvironment(more = {}) {
  return { ...process.env, ...more, PATH: `${binFolder}${delimiter}${process.env.PATH ?? ""}` };
}
