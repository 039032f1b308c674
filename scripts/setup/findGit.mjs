import { findOnPath } from "./findOnPath.mjs";
import { installSystemPackage } from "./installSystemPackage.mjs";
import { SetupError } from "./SetupError.mjs";

/** Makes sure that there is a Git: tests make repositories and read their history. */
export async function findGit() {
  if (findOnPath(["git"]) !== undefined) return;
  if ((await installSystemPackage("git")) && findOnPath(["git"]) !== undefined) return;
  throw new SetupError("The tests need Git and found none on the PATH: install it.");
}
