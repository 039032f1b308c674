import { fileURLToPath } from "node:url";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig, type TestProjectInlineConfiguration as Project } from "vitest/config";
import { chromium } from "./chromium.ts";

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
}

const sourceCondition = "@action-telemetry/source";
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const domTests = ["src/**/*.dom.test.{ts,tsx}"];
const browserTests = ["src/**/*.browser.test.{ts,tsx}"];
const skippedFolders = ["**/node_modules/**", "**/dist/**"];

/**
 * The Vitest configuration of one package, with a project for each of its environments:
 *
 * - `<name>`: `*.test.ts` in Node
 * - `<name>:dom`: `*.dom.test.tsx` in happy-dom
 * - `<name>:browser`: `*.browser.test.tsx` in Chromium
 * - `<name>:react18`: the same files again, with React 18 (aliases `react18` and `react-dom18`)
 * - `<name>:e2e`: tests below `e2e` in Node, against the running application
 *
 * Projects that start a browser run one after another, and after all others: two would starve each
 * other on a small machine, and tests of focus and time would fail.
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
      ...shared(options),
      name: options.name,
      include: [...(options.include ?? ["src/**/*.test.{ts,tsx}"])],
      exclude: [...skippedFolders, ...domTests, ...browserTests],
    },
  }),
  dom: (options) => ({
    test: {
      ...component(options),
      name: `${options.name}:dom`,
      include: domTests,
      environment: "happy-dom",
    },
  }),
  browser: (options) => ({
    test: {
      ...component(options),
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
      ...component(options, here("assertReact18.ts")),
      name: `${options.name}:react18`,
      sequence: { groupOrder: 2 },
      include: browserTests,
      browser: chromium(),
    },
  }),
  e2e: (options) => ({
    test: {
      ...shared(options),
      name: `${options.name}:e2e`,
      sequence: { groupOrder: 3 },
      include: ["e2e/**/*.test.ts"],
      exclude: skippedFolders,
      // They share one Chromium and two cores with the servers they start.
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  }),
};

function shared({ root, setupFiles = [] }: ProjectsOptions) {
  return {
    root,
    globalSetup: here("assertNode.ts"),
    setupFiles: setupFiles.map((file) => `${root}/${file}`),
    testTimeout: 15_000,
    // A new tab takes a busy machine longer than the second that is waited by default.
    expect: { poll: { timeout: 10_000 } },
  };
}

function component(options: ProjectsOptions, ...more: readonly string[]) {
  const { setupFiles, ...rest } = shared(options);
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
