import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findNamed } from "./findNamed.mjs";
import { findOnPath } from "./findOnPath.mjs";
import { installSystemPackage } from "./installSystemPackage.mjs";
import { SetupError } from "./SetupError.mjs";

/** Where Debian keeps the programs of each version: none of them is on the path. */
const debianFolder = "/usr/lib/postgresql";

/**
 * The PostgreSQL server that the collector's tests run against: the one `POSTGRES_PATH` names, one that
 * is installed, or Debian's, installed on the spot.
 *
 * @returns {Promise<string | undefined>} the path of `postgres`; without one those tests are skipped, which is said here
 */
export async function findPostgres() {
  const found = findNamed("POSTGRES_PATH", "PostgreSQL server") ?? findInstalled();
  if (found !== undefined) return found;
  let reason = "there is no PostgreSQL server; install one, or set POSTGRES_PATH to its executable";
  try {
    if (await installSystemPackage("postgresql")) return findInstalled();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    reason = "PostgreSQL could not be installed";
  }
  process.stderr.write(`Skipping the tests of the collector with PostgreSQL: ${reason}.\n`);
  return undefined;
}

/** @returns {string | undefined} */
function findInstalled() {
  return findOnPath(["postgres", ...debianVersions()]);
}

/** @returns {string[]} the newest first */
function debianVersions() {
  try {
    return readdirSync(debianFolder)
      .toSorted((one, other) => Number(other) - Number(one))
      .map((version) => join(debianFolder, version, "bin", "postgres"));
  } catch {
    return [];
  }
}
