import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildExtension } from "../../scripts/buildExtension.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder that the extension was built into, for tests to copy from. */
    extensionBuild: string;
  }
}

/**
 * Builds the extension once for all files of tests.
 *
 * @returns What removes it after the last.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "extension-build-"));
  const environment = process.env["NODE_ENV"];
  // The test runner says "test", and React would be the one for development.
  process.env["NODE_ENV"] = "production";
  try {
    await buildExtension(folder);
  } finally {
    process.env["NODE_ENV"] = environment;
  }
  project.provide("extensionBuild", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
