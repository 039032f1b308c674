import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestRepository, type TestRepository } from "../testing/createTestRepository.ts";
import { listFiles } from "./listFiles.ts";
import { openRepository } from "./openRepository.ts";
import { readBlame } from "./readBlame.ts";
import { readBlob } from "./readBlob.ts";
import { readHistory } from "./readHistory.ts";
import type { Repository } from "./Repository.ts";
import { resolveRevision } from "./resolveRevision.ts";

let made: TestRepository;
let repository: Repository;
let firstCommit: string;
let lastCommit: string;

async function open(folder: string): Promise<Repository> {
  const answer = await openRepository(folder);
  if (!answer.ok) {
    throw new Error(answer.error.message);
  }
  return answer.value;
}

beforeAll(async () => {
  made = createTestRepository();
  made.write("old name.ts", "one\ntwo\nthree\nfour\nfive\n");
  made.write(".gitignore", "ignored/\n");
  firstCommit = made.commit("Add a file", "Ada");
  made.git("mv", "old name.ts", 'näme "1".ts');
  made.commit("Move it", "Grace");
  made.write('näme "1".ts', "one\nTWO\nthree\nfour\nfive\n");
  made.write("ignored/secret.txt", "x");
  lastCommit = made.commit("Shout: a, b\tc", "Grace");
  made.write("new.ts", "not committed\n");
  repository = await open(made.folder);
});
afterAll(() => made.remove());

test("what HEAD names is read", async () => {
  expect(repository.hasHistory).toBe(true);
  expect(await repository.readCheckout()).toEqual({ commit: lastCommit, branch: "main" });
});

describe("the list of files", () => {
  test("of the working tree holds what Git tracks and what it does not ignore", async () => {
    expect(await listFiles(repository, undefined)).toMatchObject({
      value: { files: [".gitignore", "new.ts", 'näme "1".ts'], omitted: 0, submodules: [] },
    });
  });

  test("of a revision holds what was there", async () => {
    expect(await listFiles(repository, firstCommit)).toMatchObject({
      value: { files: [".gitignore", "old name.ts"], commit: firstCommit },
    });
  });

  test("does not show a file that was deleted and not committed", async () => {
    const other = createTestRepository();
    other.write("a", "a");
    other.write("b", "b");
    other.commit("Add");
    other.git("rm", "--quiet", "--cached", "a");
    other.git("clean", "--quiet", "--force", "a");
    expect(await listFiles(await open(other.folder), undefined)).toMatchObject({
      value: { files: ["b"] },
    });
    other.remove();
  });
});

describe("a file", () => {
  test("of the working tree says how it differs from the last commit", async () => {
    expect(await readBlob(repository, "new.ts", undefined)).toMatchObject({
      value: { kind: "text", text: "not committed\n", state: "untracked" },
    });
    expect(await readBlob(repository, ".gitignore", undefined)).toMatchObject({
      value: { state: "committed" },
    });
  });

  test("of a revision is what it was", async () => {
    expect(await readBlob(repository, "old name.ts", firstCommit)).toMatchObject({
      value: { text: "one\ntwo\nthree\nfour\nfive\n", commit: firstCommit },
    });
    expect(await readBlob(repository, "new.ts", "HEAD")).toMatchObject({
      error: { code: "not-found" },
    });
  });

  test("that is a link inside is followed, and one that leads outside refused", async () => {
    const other = createTestRepository();
    other.write("real.txt", "inside");
    symlinkSync("real.txt", join(other.folder, "inside.txt"));
    symlinkSync(join(made.folder, "new.ts"), join(other.folder, "outside.txt"));
    symlinkSync(".git/config", join(other.folder, "config.txt"));
    const opened = await open(other.folder);
    expect(await readBlob(opened, "inside.txt", undefined)).toMatchObject({
      value: { text: "inside" },
    });
    expect(await readBlob(opened, "outside.txt", undefined)).toMatchObject({
      error: { code: "refused" },
    });
    expect(await readBlob(opened, "config.txt", undefined)).toMatchObject({
      error: { code: "refused" },
    });
    other.remove();
  });

  test("that is a folder is not found", async () => {
    expect(await readBlob(repository, "ignored", undefined)).toMatchObject({
      error: { code: "not-found" },
    });
  });
});

test("blame names each line's last commit, across the move", async () => {
  const answer = await readBlame(repository, 'näme "1".ts', undefined);
  expect(answer).toMatchObject({
    value: {
      ranges: [
        { line: 1, count: 1 },
        { line: 2, count: 1 },
        { line: 3, count: 3 },
      ],
    },
  });
  const authors = answer.ok
    ? answer.value.ranges.map((range) => answer.value.commits[range.commit]?.author)
    : [];
  expect(authors).toEqual(["Ada", "Grace", "Ada"]);
});

test("blame of a file that nobody has committed says so", async () => {
  expect(await readBlame(repository, "new.ts", undefined)).toMatchObject({
    error: { code: "no-history" },
  });
});

test("the history follows a move, names paths as they were, and is read in pages", async () => {
  expect(await readHistory(repository, 'näme "1".ts', undefined, 0)).toMatchObject({
    value: {
      more: false,
      entries: [
        { id: lastCommit, author: "Grace", subject: "Shout: a, b\tc", path: 'näme "1".ts' },
        { subject: "Move it", path: 'näme "1".ts', movedFrom: "old name.ts" },
        { id: firstCommit, author: "Ada", path: "old name.ts", exists: true },
      ],
    },
  });
  expect(await readHistory(repository, 'näme "1".ts', undefined, 2)).toMatchObject({
    value: { entries: [{ id: firstCommit }], more: false },
  });
});

test.each(["--help", "-x", "nothing", "HEAD:new.ts", "a b", "$(id)", "HEAD --all"])(
  "the revision %j is not one",
  async (revision) => {
    expect((await resolveRevision(repository, revision)).ok).toBe(false);
  },
);

test("a folder that is no checkout opens without history, and says why", async () => {
  const plain = createTestRepository();
  mkdirSync(join(plain.folder, "elsewhere"));
  writeFileSync(join(plain.folder, "elsewhere/c.txt"), "c");
  const other = await open(join(plain.folder, "elsewhere"));
  expect(other.hasHistory).toBe(false);
  expect(other.withoutHistory).toMatch(/tracks nothing/u);
  expect(await listFiles(other, undefined)).toMatchObject({ value: { files: ["c.txt"] } });
  expect(await readHistory(other, "c.txt", undefined, 0)).toMatchObject({
    error: { code: "no-history" },
  });
  expect(await readBlame(other, "c.txt", undefined)).toMatchObject({
    error: { code: "no-history" },
  });
  plain.remove();
});

test("a folder inside a checkout is served as if it were the root", async () => {
  const other = createTestRepository();
  other.write("packages/a/x.ts", "x\n");
  other.write("top.ts", "y\n");
  const commit = other.commit("Add");
  const inner = await open(join(other.folder, "packages"));
  expect(await listFiles(inner, undefined)).toMatchObject({ value: { files: ["a/x.ts"] } });
  expect(await listFiles(inner, commit)).toMatchObject({ value: { files: ["a/x.ts"] } });
  expect(await readBlob(inner, "a/x.ts", commit)).toMatchObject({ value: { text: "x\n" } });
  expect(await readHistory(inner, "a/x.ts", undefined, 0)).toMatchObject({
    value: { entries: [{ path: "a/x.ts" }] },
  });
  other.remove();
});

test("a missing folder and a file are not opened", async () => {
  expect(await openRepository(join(made.folder, "nowhere"))).toMatchObject({ ok: false });
  expect(await openRepository(join(made.folder, "new.ts"))).toMatchObject({ ok: false });
});
