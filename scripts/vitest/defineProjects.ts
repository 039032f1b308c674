import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig, type TestProjectInlineConfiguration as Project } from "vitest/config";
import { chromium } from "./chromium.ts";
import { patience } from "./patience.ts";

type Environment = "node" | "dom" | "browser" | "react18" | "e2e";

/** What {@link defineProjects} makes projects of. */
export interface ProjectsOptions {
  /** The package's folder name; project names begin with it. */
  readonly name: string;
  /** The package's folder: `import.meta.dirname`. */
  readonly root: string;
  /** Where the package's tests run. */
  readonly environments: readonly Environment[];
  /** The tests that run in Node. Default: all below `src` that no other environment claims. */
  readonly include?: readonly string[];
  /** More files to run before each test file, relative to the package. */
  readonly setupFiles?: readonly string[];
  /** What runs once before all tests of an environment, relative to the package: builds that they share. */
  readonly globalSetup?: Readonly<Partial<Record<Environment, string>>>;
}

const sourceCondition = "@action-telemetry/source";
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const domTests = ["src/**/*.dom.test.{ts,tsx}"];
const browserTests = ["src/**/*.browser.test.{ts,tsx}"];
const skippedFolders = ["**/node_modules/**", "**/dist/**"];

/** Files of tests wait for processes, disks and browsers half of their time: one at a time would leave two cores idle. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/**
 * The Vitest configuration of one package, with a project for each of its environments:
 *
 * - `<name>`: `*.test.ts` in Node
 * - `<name>:dom`: `*.dom.test.tsx` in happy-dom
 * - `<name>:browser`: `*.browser.test.tsx` in Chromium
 * - `<name>:react18`: the same files again, with React 18 (aliases `react18` and `react-dom18`)
 * - `<name>:e2e`: tests below `e2e` in Node, against the running application
 *
 * Tests in Chromium run after those in Node, and the running applications last, so that what needs a
 * processor for itself does not wait for what needs both.
 */
export function defineProjects(options: ProjectsOptions) {
  const projects = options.environments.map((environment) => ({
    ...sourceResolution(options.root),
    ...projectByEnvironment[environment](options),
  }));
  return defineConfig({ test: { projects } }) as { test: { projects: typeof projects } };
}

const projectByEnvironment: Record<Environment, (options: ProjectsOptions) => Project> = {
  node: (options) => ({
    test: {
      ...shared(options, "node"),
      name: options.name,
      include: [...(options.include ?? ["src/**/*.test.{ts,tsx}"])],
      exclude: [...skippedFolders, ...domTests, ...browserTests],
    },
  }),
  dom: (options) => ({
    test: {
      ...component(options, "dom"),
      name: `${options.name}:dom`,
      include: domTests,
      environment: "happy-dom",
    },
  }),
  browser: (options) => ({
    test: {
      ...component(options, "browser"),
      name: `${options.name}:browser`,
      sequence: { groupOrder: 1 },
      include: browserTests,
      browser: chromium(),
    },
  }),
  react18: (options) => ({
    cacheDir: `${options.root}/.cache/vite-react18`,
    resolve: {
      conditions: [sourceCondition, ...defaultClientConditions],
      alias: [
        { find: /^react(?=$|\/)/u, replacement: `${options.root}/node_modules/react18` },
        { find: /^react-dom(?=$|\/)/u, replacement: `${options.root}/node_modules/react-dom18` },
      ],
    },
    test: {
      ...component(options, "react18", here("assertReact18.ts")),
      name: `${options.name}:react18`,
      sequence: { groupOrder: 1 },
      include: browserTests,
      browser: chromium(),
    },
  }),
  e2e: (options) => ({
    test: {
      ...shared(options, "e2e"),
      name: `${options.name}:e2e`,
      sequence: { groupOrder: 2 },
      include: ["e2e/**/*.test.ts"],
      exclude: skippedFolders,
      testTimeout: 300_000,
      hookTimeout: 300_000,
    },
  }),
};

function shared(
  { root, setupFiles = [], globalSetup = {} }: ProjectsOptions,
  environment: Environment,
) {
  const own = globalSetup[environment];
  return {
    root,
    globalSetup: [here("assertNode.ts"), ...(own === undefined ? [] : [`${root}/${own}`])],
    maxWorkers,
    setupFiles: setupFiles.map((file) => `${root}/${file}`),
    ...patience,
  };
}

function component(options: ProjectsOptions, environment: Environment, ...more: readonly string[]) {
  const { setupFiles, ...rest } = shared(options, environment);
  return {
    ...rest,
    setupFiles: [here("failOnConsole.ts"), ...more, ...setupFiles],
    exclude: skippedFolders,
  };
}

function sourceResolution(root: string) {
  return {
    root,
    resolve: { conditions: [sourceCondition, ...defaultClientConditions] },
    ssr: { resolve: { conditions: [sourceCondition, ...defaultServerConditions] } },
    oxc: { jsx: { runtime: "automatic" as const } },
  };
}
