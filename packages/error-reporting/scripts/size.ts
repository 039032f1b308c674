/** Weighs what error reporting adds to a page: before consent, and what is loaded after it. */
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { buildEntry } from "../../../scripts/bundle/buildEntry.ts";

/** What may be loaded after consent, in bytes at gzip's level 9. */
const budget = 20_000;

const root = fileURLToPath(new URL("..", import.meta.url));
const source = `import { createErrorReporting } from "@action-telemetry/error-reporting";
globalThis.reporting = createErrorReporting(globalThis.options);`;

const { files, initial } = await buildEntry(source, root);
const weigh = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + gzipSync(files.get(name) ?? "", { level: 9 }).length, 0);
const later = weigh([...files.keys()].filter((name) => !initial.includes(name)));
process.stdout.write(
  `Before consent a page loads ${weigh(initial)} bytes of error reporting, compressed, and nothing of Sentry; after it, with the first report, ${later}. The budget is ${budget}.\n`,
);
const hasSentry = initial.some((name) => /sentry_key/u.test(files.get(name) ?? ""));
process.exitCode = later <= budget && later > 0 && !hasSentry ? 0 : 1;
