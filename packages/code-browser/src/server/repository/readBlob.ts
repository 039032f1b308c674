import type { BlobAnswer, WorkingTreeState } from "../../api/BlobAnswer.ts";
import { success, type Answer } from "./Answer.ts";
import { decodeText } from "./decodeText.ts";
import { imageType } from "./imageTypes.ts";
import { readBytes } from "./readBytes.ts";
import type { Repository } from "./Repository.ts";
import { runGit } from "./runGit.ts";

/** The largest file that is shown, in bytes. */
export const maxShownBytes = 8 * 1024 * 1024;

/** Reads one file for the code view: its text, or that it is a picture, binary or too large to show. */
export async function readBlob(
  repository: Repository,
  path: string,
  revision: string | undefined,
): Promise<Answer<BlobAnswer>> {
  const file = await readBytes(repository, path, revision, maxShownBytes);
  if (!file.ok) {
    return file;
  }
  const { size, bytes, commit } = file.value;
  const state = commit === undefined ? await readState(repository, path) : undefined;
  const facts = {
    path,
    size,
    ...(commit === undefined ? {} : { commit }),
    ...(state === undefined ? {} : { state }),
  };
  if (bytes === undefined) {
    return success({ ...facts, kind: "huge", limit: maxShownBytes });
  }
  if (imageType(path) !== undefined) {
    return success({ ...facts, kind: "image" });
  }
  const text = decodeText(bytes);
  return success(
    text === undefined ? { ...facts, kind: "binary" } : { ...facts, kind: "text", ...text },
  );
}

async function readState(
  repository: Repository,
  path: string,
): Promise<WorkingTreeState | undefined> {
  if (!repository.hasHistory) {
    return undefined;
  }
  const answer = await runGit({
    folder: repository.root,
    arguments: ["status", "--porcelain=v1", "-z", "--ignored=matching", "--", path],
    maxBytes: 100_000,
  });
  if (!answer.ok) {
    return undefined;
  }
  const code = answer.value.toString().slice(0, 2);
  if (code === "") {
    return "committed";
  }
  return code === "??" || code === "!!" || code.startsWith("A") ? "untracked" : "modified";
}
