import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { listFiles } from "../repository/listFiles.ts";
import type { Repository } from "../repository/Repository.ts";

/** A file that was made, changed or removed, as the language server protocol tells it. */
export interface FileChange {
  readonly uri: string;
  /** 1 made, 2 changed, 3 removed. */
  readonly type: 1 | 2 | 3;
}

/** What {@link createChangeFinder} needs. */
export interface ChangeFinderOptions {
  readonly repository: Repository;
  /** The current time in milliseconds, from any origin. */
  readonly now: () => number;
}

const restMs = 3000;
const relevant = /\.(?:[cm]?[jt]sx?|json)$/iu;

/**
 * Finds which source files have changed since it was asked the last time. The first answer is empty, and so are
 * answers within three seconds of the one before: looking at every file is cheap, but not free.
 */
export function createChangeFinder(
  options: ChangeFinderOptions,
): () => Promise<readonly FileChange[]> {
  const { repository, now } = options;
  let known: ReadonlyMap<string, string> | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;

  return async () => {
    if (now() - lookedAt < restMs) {
      return [];
    }
    lookedAt = now();
    const before = known;
    const current = await takeStock(repository);
    known = current;
    return before === undefined ? [] : compare(repository.root, before, current);
  };
}

async function takeStock(repository: Repository): Promise<Map<string, string>> {
  const tree = await listFiles(repository, undefined);
  const paths = tree.ok ? tree.value.files.filter((path) => relevant.test(path)) : [];
  const stock = await Promise.all(
    paths.map((path) =>
      stat(join(repository.root, path)).then(
        ({ mtimeMs, size }) => [path, `${mtimeMs} ${size}`] as const,
        () => undefined,
      ),
    ),
  );
  return new Map(stock.filter((entry) => entry !== undefined));
}

function compare(
  root: string,
  before: ReadonlyMap<string, string>,
  current: ReadonlyMap<string, string>,
): FileChange[] {
  const uri = (path: string) => pathToFileURL(join(root, path)).href;
  const changes: FileChange[] = [];
  for (const [path, mark] of current) {
    const old = before.get(path);
    if (old !== mark) {
      changes.push({ uri: uri(path), type: old === undefined ? 1 : 2 });
    }
  }
  for (const path of before.keys()) {
    if (!current.has(path)) {
      changes.push({ uri: uri(path), type: 3 });
    }
  }
  return changes;
}
