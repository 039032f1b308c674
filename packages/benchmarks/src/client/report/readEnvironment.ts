import { cpus } from "node:os";
import { chromium } from "playwright";
import { launchOptions } from "../browser/launchOptions.ts";
import type { Environment } from "./Report.ts";

/** Asks what this run is measured on; the load is the caller's to watch. */
export async function readEnvironment(): Promise<Omit<Environment, "load">> {
  const browser = await chromium.launch(launchOptions);
  const version = browser.version();
  await browser.close();
  const [first, ...others] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    chromium: version,
    node: process.versions.node,
    machine: `${others.length + 1} × ${first?.model.trim() || "unknown processor"}`,
  };
}
