import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { failure, success, type Answer } from "./Answer.ts";
import { checkPath } from "./checkPath.ts";
import type { Repository } from "./Repository.ts";
import { resolveInside } from "./resolveInside.ts";
import { resolveRevision } from "./resolveRevision.ts";
import { runGit } from "./runGit.ts";

/** A file's bytes, unless there are too many. */
export interface FileBytes {
  /** In bytes. */
  readonly size: number;
  /** Absent when the file is larger than was asked for. */
  readonly bytes?: Uint8Array;
  /** The full commit it was read at; absent for the working tree. */
  readonly commit?: string;
}

/**
 * Reads one file of the working tree or of a revision.
 *
 * @param maxBytes the largest size that is read into memory
 */
export async function readBytes(
  repository: Repository,
  path: string,
  revision: string | undefined,
  maxBytes: number,
): Promise<Answer<FileBytes>> {
  return revision === undefined
    ? readFromDisk(repository.root, path, maxBytes)
    : readFromRevision(repository, path, revision, maxBytes);
}

async function readFromDisk(
  root: string,
  path: string,
  maxBytes: number,
): Promise<Answer<FileBytes>> {
  const place = await resolveInside(root, path);
  if (!place.ok) {
    return place;
  }
  try {
    // Without O_NONBLOCK a named pipe would hold the request for ever; without O_NOFOLLOW a file exchanged for a
    // link after the check would be followed.
    await using file = await open(
      place.value,
      constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW,
    );
    const facts = await file.stat();
    if (facts.isDirectory()) {
      return failure("not-found", "This is a folder.");
    }
    if (!facts.isFile()) {
      return failure("refused", "This is not a regular file.");
    }
    return success(
      facts.size > maxBytes
        ? { size: facts.size }
        : { size: facts.size, bytes: await file.readFile() },
    );
  } catch {
    return failure("not-found", "This file cannot be read.");
  }
}

async function readFromRevision(
  repository: Repository,
  path: string,
  revision: string,
  maxBytes: number,
): Promise<Answer<FileBytes>> {
  const checked = checkPath(path);
  if (!checked.ok) {
    return checked;
  }
  const commit = await resolveRevision(repository, revision);
  if (!commit.ok) {
    return commit;
  }
  // "./" makes the path relative to the folder being served, which need not be the checkout's root.
  const object = `${commit.value}:./${path}`;
  const [type, measured] = await Promise.all([
    runGit({ folder: repository.root, arguments: ["cat-file", "-t", object], maxBytes: 1000 }),
    runGit({ folder: repository.root, arguments: ["cat-file", "-s", object], maxBytes: 1000 }),
  ]);
  const size = measured.ok ? Number(measured.value.toString()) : Number.NaN;
  if (!type.ok || type.value.toString().trim() !== "blob" || !Number.isSafeInteger(size)) {
    return failure("not-found", "There is no such file at this revision.");
  }
  if (size > maxBytes) {
    return success({ size, commit: commit.value });
  }
  const content = await runGit({
    folder: repository.root,
    arguments: ["cat-file", "blob", object],
    maxBytes: maxBytes + 1,
  });
  return content.ok ? success({ size, bytes: content.value, commit: commit.value }) : content;
}
