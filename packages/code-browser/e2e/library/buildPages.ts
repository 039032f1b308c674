import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const module = join(import.meta.dirname, "../../../../scripts/setup/buildPages.mjs");

/** Builds the pages that the servers under test serve, as `npm start` does, once before all of them start. */
export async function setup(): Promise<void> {
  await promisify(execFile)(process.execPath, [
    "-e",
    `import(${JSON.stringify(module)}).then((module) => module.buildPages())`,
  ]);
}
