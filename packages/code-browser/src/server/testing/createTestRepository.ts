import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gitEnvironment } from "../repository/gitEnvironment.ts";

/** A Git repository that a test has made. */
export interface TestRepository {
  /** Its folder, without symbolic links. */
  readonly folder: string;
  /** Writes a file, with the folders above it. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Commits everything that is there and answers the commit. */
  readonly commit: (subject: string, author?: string) => string;
  /** Runs Git in it and answers what it prints. */
  readonly git: (...words: readonly string[]) => string;
  readonly remove: () => void;
}

/** Makes an empty repository with a branch `main` in a temporary folder, untouched by the machine's settings of Git. */
export function createTestRepository(): TestRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "code-browser-")));
  let time = Date.UTC(2026, 0, 1) / 1000;
  const git = (...words: readonly string[]) =>
    execFileSync("git", words, {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...gitEnvironment(process.env),
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_DATE: `${time} +0000`,
        GIT_COMMITTER_DATE: `${time} +0000`,
      },
    });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "Ada");
  git("config", "user.email", "ada@example.com");
  return {
    folder,
    git,
    write: (path, content) => {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    },
    commit: (subject, author = "Ada") => {
      time += 86_400;
      git("add", "--all");
      git("commit", "--quiet", "--message", subject, "--author", `${author} <a@example.com>`);
      return git("rev-parse", "HEAD").trim();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
