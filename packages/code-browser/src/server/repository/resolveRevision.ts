import { failure, success, type Answer } from "./Answer.ts";
import type { Repository } from "./Repository.ts";
import { runGit } from "./runGit.ts";

const revisionPattern = /^[\w][\w./@^~{}+-]{0,199}$/u;

/**
 * The full commit that a revision names: a commit, a branch, a tag or an expression such as `HEAD~2`.
 *
 * @param revision text from outside; anything that could be an option or a path is refused
 */
export async function resolveRevision(
  repository: Repository,
  revision: string,
): Promise<Answer<string>> {
  if (!repository.hasHistory) {
    return failure("no-history", repository.withoutHistory ?? "There is no history.");
  }
  if (!revisionPattern.test(revision)) {
    return failure("bad-request", "This is not a revision.");
  }
  const answer = await runGit({
    folder: repository.root,
    arguments: ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    maxBytes: 1000,
  });
  if (!answer.ok) {
    return answer.error.code === "failed"
      ? failure("not-found", "The repository has no such revision.")
      : answer;
  }
  return success(answer.value.toString().trim());
}
