import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A story of the built Storybook. */
export interface Story {
  readonly id: string;
  /** Title of the component, and name of the state. */
  readonly name: string;
}

/** The built Storybook. */
export interface BuiltStorybook {
  readonly folder: string;
  readonly stories: readonly Story[];
}

interface IndexEntry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
}

const root = join(import.meta.dirname, "../..");

/**
 * Builds the Storybook of this repository, as it would be published.
 *
 * @throws Error when the build fails.
 */
export function buildStorybook(): BuiltStorybook {
  const folder = join(root, "storybook-static");
  const program = join(root, "node_modules/.bin/storybook");
  execFileSync(program, ["build", "--quiet", "--output-dir", folder], { cwd: root, stdio: "pipe" });
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as {
    readonly entries: Readonly<Record<string, IndexEntry>>;
  };
  const stories = Object.values(index.entries)
    .filter(({ type }) => type === "story")
    .map(({ id, title, name }) => ({ id, name: `${title}: ${name}` }));
  return { folder, stories };
}
