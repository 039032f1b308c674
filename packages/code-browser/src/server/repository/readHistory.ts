import type { HistoryAnswer } from "../../api/HistoryAnswer.ts";
import { failure, success, type Answer } from "./Answer.ts";
import { checkPath } from "./checkPath.ts";
import { historyFormat, parseHistory } from "./parseHistory.ts";
import type { Repository } from "./Repository.ts";
import { resolveRevision } from "./resolveRevision.ts";
import { runGit } from "./runGit.ts";

const pageSize = 50;

/**
 * Reads the commits that changed a file, newest first, following renames.
 *
 * @param skip how many of the newest to leave out; a whole number from 0
 */
export async function readHistory(
  repository: Repository,
  path: string,
  revision: string | undefined,
  skip: number,
): Promise<Answer<HistoryAnswer>> {
  const checked = checkPath(path);
  if (!checked.ok) {
    return checked;
  }
  if (!repository.hasHistory) {
    return failure("no-history", repository.withoutHistory ?? "There is no history.");
  }
  const commit = await resolveRevision(repository, revision ?? "HEAD");
  if (!commit.ok) {
    return revision === undefined
      ? failure("no-history", "This repository has no commit yet.")
      : commit;
  }
  const answer = await runGit({
    folder: repository.root,
    arguments: [
      "log",
      "-z",
      "--follow",
      "--name-status",
      "--relative",
      "--no-color",
      "--no-ext-diff",
      "--no-textconv",
      `--format=${historyFormat}`,
      `--max-count=${skip + pageSize + 1}`,
      "--end-of-options",
      commit.value,
      "--",
      path,
    ],
    maxBytes: 16_000_000,
    timeoutMs: 60_000,
  });
  if (!answer.ok) {
    return answer;
  }
  // Git counts skipped commits before it follows a rename, so the page is cut here.
  const entries = parseHistory(answer.value.toString("utf8"), path).slice(skip);
  return success({ entries: entries.slice(0, pageSize), more: entries.length > pageSize });
}
