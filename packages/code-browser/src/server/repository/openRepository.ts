import { realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { CheckoutFacts } from "../../api/RepositoryAnswer.ts";
import { failure, success, type Answer } from "./Answer.ts";
import type { Repository } from "./Repository.ts";
import { runGit } from "./runGit.ts";

/**
 * Opens a folder. A folder that is no Git checkout opens too, without history and blame.
 *
 * A folder inside a checkout counts as one when Git tracks something in it; otherwise an unpacked archive inside
 * somebody's versioned home folder would show that folder's history.
 *
 * @param folder any path to an existing folder
 */
export async function openRepository(folder: string): Promise<Answer<Repository>> {
  let root: string;
  try {
    root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) {
      return failure("not-found", `${folder} is a file; name the folder that holds it.`);
    }
  } catch {
    return failure("not-found", `There is no folder ${folder}.`);
  }
  const withoutHistory = await whyWithoutHistory(root);
  const hasHistory = withoutHistory === undefined;
  return success({
    root,
    name: basename(root) || root,
    hasHistory,
    ...(withoutHistory === undefined ? {} : { withoutHistory }),
    readCheckout: () => (hasHistory ? readCheckout(root) : Promise.resolve(undefined)),
  });
}

async function whyWithoutHistory(root: string): Promise<string | undefined> {
  const version = await runGit({ folder: root, arguments: ["--version"], maxBytes: 1000 });
  if (!version.ok) {
    return "Git is not installed on this machine, so there is no history and no blame.";
  }
  const where = await runGit({
    folder: root,
    arguments: ["rev-parse", "--is-inside-work-tree", "--show-prefix"],
    maxBytes: 10_000,
  });
  const [inside, prefix] = where.ok ? where.value.toString().split("\n") : [];
  if (inside !== "true") {
    return "This folder is not a Git checkout, so there is no history and no blame.";
  }
  if (prefix === "") {
    return undefined;
  }
  const tracked = await runGit({
    folder: root,
    arguments: ["ls-tree", "-z", "--name-only", "HEAD"],
    maxBytes: 10_000_000,
  });
  return tracked.ok && tracked.value.length > 0
    ? undefined
    : "Git tracks nothing in this folder, so there is no history and no blame.";
}

async function readCheckout(root: string): Promise<CheckoutFacts> {
  const [commit, branch] = await Promise.all([
    runGit({ folder: root, arguments: ["rev-parse", "--verify", "HEAD"], maxBytes: 1000 }),
    runGit({ folder: root, arguments: ["symbolic-ref", "--short", "HEAD"], maxBytes: 10_000 }),
  ]);
  return {
    ...(commit.ok ? { commit: commit.value.toString().trim() } : {}),
    ...(branch.ok ? { branch: branch.value.toString().trim() } : {}),
  };
}
