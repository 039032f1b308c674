import type { BlameAnswer } from "../../api/BlameAnswer.ts";
import { failure, success, type Answer } from "./Answer.ts";
import { checkPath } from "./checkPath.ts";
import { parseBlame } from "./parseBlame.ts";
import type { Repository } from "./Repository.ts";
import { resolveRevision } from "./resolveRevision.ts";
import { runGit } from "./runGit.ts";

/** Reads who last changed each line of a file, in the working tree or at a revision. */
export async function readBlame(
  repository: Repository,
  path: string,
  revision: string | undefined,
  signal?: AbortSignal,
): Promise<Answer<BlameAnswer>> {
  const checked = checkPath(path);
  if (!checked.ok) {
    return checked;
  }
  if (!repository.hasHistory) {
    return failure("no-history", repository.withoutHistory ?? "There is no history.");
  }
  const commit = revision === undefined ? undefined : await resolveRevision(repository, revision);
  if (commit?.ok === false) {
    return commit;
  }
  const answer = await runGit({
    folder: repository.root,
    arguments: [
      "blame",
      "--incremental",
      ...(commit === undefined ? [] : [commit.value]),
      "--",
      path,
    ],
    maxBytes: 64_000_000,
    timeoutMs: 60_000,
    ...(signal === undefined ? {} : { signal }),
  });
  if (!answer.ok) {
    return answer.error.code === "failed"
      ? failure("no-history", "Nobody has committed this file yet, so there is nobody to name.")
      : answer;
  }
  return success(parseBlame(answer.value.toString("utf8")));
}
