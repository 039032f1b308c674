import { failure, success, type Answer } from "./Answer.ts";

const maxPathLength = 4096;

// Code points that some file systems ignore in names, so that ".g\u200cit" would be ".git" there.
const ignorable = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/gu;

/**
 * Checks a path that came from outside, before the disk is touched: relative, with `/` between names, no empty name,
 * no `.` or `..`, no NUL, no backslash (a separator on some systems) and nothing inside `.git`.
 *
 * Answers the path as it was given; it is never mended, since a path that needs mending did not come from our pages.
 */
export function checkPath(path: string): Answer<string> {
  if (path === "" || path.length > maxPathLength) {
    return failure("bad-request", "A path from the repository's root is needed.");
  }
  if (path.includes("\0") || path.includes("\\")) {
    return failure("refused", "This path is not one of the repository.");
  }
  for (const name of path.split("/")) {
    if (name === "" || name === "." || name === "..") {
      return failure("refused", "This path leads outside the repository.");
    }
    if (isGitFolder(name)) {
      return failure("refused", "Git's own files are not shown.");
    }
  }
  return success(path);
}

/** Whether a name is `.git` on any file system: case, trailing dots and spaces and ignorable characters apart. */
export function isGitFolder(name: string): boolean {
  const plain = name
    .replace(ignorable, "")
    .replace(/[. ]+$/u, "")
    .toLowerCase();
  return plain === ".git" || plain === "git~1" || plain.startsWith(".git:");
}
