import { realpath } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { failure, success, type Answer } from "./Answer.ts";
import { checkPath, isGitFolder } from "./checkPath.ts";

/**
 * The place on the disk of a path that came from outside, with every symbolic link followed. Refused when the path is
 * malformed (see {@link checkPath}) or when a link leads out of `root` or into `.git`.
 *
 * @param root the repository's folder, itself without symbolic links
 */
export async function resolveInside(root: string, path: string): Promise<Answer<string>> {
  const checked = checkPath(path);
  if (!checked.ok) {
    return checked;
  }
  let place: string;
  try {
    place = await realpath(join(root, ...path.split("/")));
  } catch {
    return failure("not-found", "There is no such file.");
  }
  const inside = relative(root, place);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    return failure("refused", "This file is a link that leads outside the repository.");
  }
  if (inside.split(sep).some(isGitFolder)) {
    return failure("refused", "Git's own files are not shown.");
  }
  return success(place);
}
