import type { TreeAnswer } from "../../api/TreeAnswer.ts";
import { success, type Answer } from "./Answer.ts";
import { checkPath } from "./checkPath.ts";
import type { Repository } from "./Repository.ts";
import { resolveRevision } from "./resolveRevision.ts";
import { runGit } from "./runGit.ts";
import { walkFolder } from "./walkFolder.ts";

const maxFiles = 100_000;
const maxOutputBytes = 64_000_000;
const submoduleMode = "160000";

/**
 * Lists every file: of the working tree what Git tracks and what it neither tracks nor ignores, of a revision what it
 * holds, of a folder without history everything but `.git` and `node_modules`.
 */
export async function listFiles(
  repository: Repository,
  revision: string | undefined,
): Promise<Answer<TreeAnswer>> {
  if (revision !== undefined) {
    return listRevision(repository, revision);
  }
  if (!repository.hasHistory) {
    const { files, omitted } = await walkFolder(repository.root, maxFiles);
    return success({ files, submodules: [], omitted });
  }
  const [tracked, deleted] = await Promise.all([
    runGit({
      folder: repository.root,
      arguments: ["ls-files", "-z", "--stage", "--cached"],
      maxBytes: maxOutputBytes,
    }),
    runGit({
      folder: repository.root,
      arguments: ["ls-files", "-z", "--deleted"],
      maxBytes: maxOutputBytes,
    }),
  ]);
  if (!tracked.ok) {
    return tracked;
  }
  const others = await runGit({
    folder: repository.root,
    arguments: ["ls-files", "-z", "--others", "--exclude-standard"],
    maxBytes: maxOutputBytes,
  });
  const gone = new Set(deleted.ok ? fields(deleted.value) : []);
  const entries = fields(tracked.value).map(parseEntry);
  return success(
    assemble(
      [
        ...entries.filter((entry) => !gone.has(entry.path)),
        ...(others.ok ? fields(others.value) : []).map((path) => ({
          // Git lists a repository inside the folder as one name with a slash at its end.
          path: path.replace(/\/$/u, ""),
          submodule: path.endsWith("/"),
        })),
      ],
      undefined,
    ),
  );
}

async function listRevision(repository: Repository, revision: string): Promise<Answer<TreeAnswer>> {
  const commit = await resolveRevision(repository, revision);
  if (!commit.ok) {
    return commit;
  }
  const listed = await runGit({
    folder: repository.root,
    arguments: ["ls-tree", "-r", "-z", "--end-of-options", commit.value],
    maxBytes: maxOutputBytes,
  });
  return listed.ok ? success(assemble(fields(listed.value).map(parseEntry), commit.value)) : listed;
}

interface Entry {
  readonly path: string;
  readonly submodule: boolean;
}

// "<mode> <what and which>\t<path>", the form of both `ls-files --stage` and `ls-tree`.
function parseEntry(line: string): Entry {
  const tab = line.indexOf("\t");
  return { path: line.slice(tab + 1), submodule: line.startsWith(submoduleMode) };
}

function assemble(entries: readonly Entry[], commit: string | undefined): TreeAnswer {
  const submodules = new Set(entries.filter((entry) => entry.submodule).map((entry) => entry.path));
  const paths = new Set(
    entries.filter((entry) => !entry.submodule && checkPath(entry.path).ok).map((e) => e.path),
  );
  const files = [...paths].sort();
  return {
    files: files.slice(0, maxFiles),
    submodules: [...submodules].sort(),
    omitted: Math.max(0, files.length - maxFiles),
    ...(commit === undefined ? {} : { commit }),
  };
}

function fields(output: Buffer): string[] {
  return output.toString("utf8").split("\0").filter(Boolean);
}
