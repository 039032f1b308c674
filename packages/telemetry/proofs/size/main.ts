import process from "node:process";
import { gzipSync } from "node:zlib";
import { buildEntry } from "../bundle/buildEntry.ts";

/** The smallest program there is: it makes a client and records. */
const entry = `
import { createBrowserTelemetryClient } from "@action-telemetry/telemetry/browser";
const { recorder } = createBrowserTelemetryClient({
  instanceUrl: globalThis.instance,
  source: "WEB",
  platform: "web",
  client: { name: "size", version: "1.0.0" },
  consent: "granted",
});
globalThis.record = (actionId) => recorder.recordAction({ actionId });
`;

/** Bytes, minified and compressed at gzip's level 9. May go down; up only for a reason. */
const budget = 8500;

const code = await buildEntry(entry);
const size = gzipSync(code, { level: 9 }).length;
process.stdout.write(
  `A program that makes a client and records: ${code.length} bytes minified, ${size} compressed; the budget is ${budget}.\n`,
);
if (size > budget) process.exitCode = 1;
