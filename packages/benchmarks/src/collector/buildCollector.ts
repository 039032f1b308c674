import { execFile } from "node:child_process";
import { promisify } from "node:util";

const packages = ["@action-telemetry/event-schema", "@action-telemetry/collector"];

/** Builds the collector and what it consists of: it is measured as it is installed. */
export async function buildCollector(): Promise<void> {
  const filters = packages.map((name) => `--filter=${name}`);
  await promisify(execFile)("pnpm", [...filters, "run", "build"]);
}
