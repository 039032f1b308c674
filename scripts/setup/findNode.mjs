import { join } from "node:path";
import { isExecutable } from "./findOnPath.mjs";
import { SetupError } from "./SetupError.mjs";
import { binFolder } from "./workspaceRoot.mjs";

/**
 * The Node that runs TypeScript sources: the one that was installed with the dependencies, else
 * the one that runs this, if it is new enough.
 *
 * @returns {string} the path of its executable
 */
export function findNode() {
  const installed = join(binFolder, "node");
  if (isExecutable(installed)) return installed;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new SetupError(
    `On this platform the workspace brings no Node of its own, and Node ${process.versions.node} cannot run TypeScript: install Node 24.`,
  );
}
