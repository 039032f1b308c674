import { findOnPath } from "./findOnPath.mjs";
import { runQuietly } from "./runQuietly.mjs";

/**
 * Installs a Debian package, where that can be done without asking for anything.
 *
 * @param {string} name
 * @returns {Promise<boolean>} false when this is not Debian, or not root: nothing was tried
 */
export async function installSystemPackage(name) {
  const aptGet = findOnPath(["apt-get"]);
  if (aptGet === undefined || process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("Reading the package lists", aptGet, ["update"], env);
  const install = ["install", "-y", "--no-install-recommends", name];
  await runQuietly(`Installing ${name} (once)`, aptGet, install, env);
  return true;
}
