import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

type Environment = "node" | "dom" | "browser";

/** What {@link defineProjects} makes projects of. */
export interface ProjectsOptions {
  /** The package's folder name; project names begin with it. */
  readonly name: string;
  /** The package's folder: `import.meta.dirname`. */
  readonly root: string;
  /** Where the package's tests run. */
  readonly environments: readonly Environment[];
  /** More files to run before each test file, relative to the package. */
  readonly setupFiles?: readonly string[];
}

const sourceCondition = "@action-telemetry/source";
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const domTests = ["src/**/*.dom.test.{ts,tsx}"];
const browserTests = ["src/**/*.browser.test.{ts,tsx}"];
const skippedFolders = ["**/node_modules/**", "**/dist/**"];

/** The Chromium that tests run in; root needs it without a sandbox. */
export const chromiumLaunchOptions = {
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
};

/**
 * The Vitest configuration of one package: a project for each environment, named `<name>`,
 * `<name>:dom` and `<name>:browser`, over `*.test.ts`, `*.dom.test.tsx` and `*.browser.test.tsx`.
 */
export function defineProjects(options: ProjectsOptions) {
  const projects = options.environments.map((environment) => project(options, environment));
  return defineConfig({ test: { projects } }) as {
    test: { projects: TestProjectInlineConfiguration[] };
  };
}

function project(
  options: ProjectsOptions,
  environment: Environment,
): TestProjectInlineConfiguration {
  const { name, root, setupFiles = [] } = options;
  const own = setupFiles.map((file) => `${root}/${file}`);
  const shared = { root, globalSetup: here("assertNode.ts"), testTimeout: 15_000 };
  if (environment === "node") {
    return {
      ...sourceResolution(root),
      test: {
        ...shared,
        name,
        include: ["src/**/*.test.{ts,tsx}"],
        exclude: [...skippedFolders, ...domTests, ...browserTests],
        setupFiles: own,
      },
    };
  }
  const component = {
    ...shared,
    name: `${name}:${environment}`,
    setupFiles: [here("failOnConsole.ts"), ...own],
  };
  if (environment === "dom") {
    return {
      ...sourceResolution(root),
      test: { ...component, environment: "happy-dom", include: domTests, exclude: skippedFolders },
    };
  }
  return {
    ...sourceResolution(root),
    test: { ...component, include: browserTests, exclude: skippedFolders, browser: chromium() },
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

function chromium() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: existsSync(chromiumLaunchOptions.executablePath)
        ? chromiumLaunchOptions
        : { args: chromiumLaunchOptions.args },
    }),
    instances: [{ browser: "chromium" as const }],
  };
}
