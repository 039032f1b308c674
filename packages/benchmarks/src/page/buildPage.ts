import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";

/** Builds the analytics page as it is published. */
export async function buildPage(): Promise<void> {
  const build = ["--filter=@action-telemetry/collector", "run", "build:page"];
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)("pnpm", build, { env });
}
