/** Weighs the analytics page: everything that its scripts load, at once or later. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { buildPage } from "../../src/testing/buildPage.ts";

/** What the page may load, in bytes at gzip's level 9. */
const budget = 100_000;

const assets = join(await buildPage(), "assets");
const weigh = (end: string) =>
  readdirSync(assets)
    .filter((name) => name.endsWith(end))
    .reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length,
      0,
    );
const scripts = weigh(".js");
const styles = weigh(".css");
process.stdout.write(
  `The analytics page loads ${scripts} bytes of script and ${styles} of styles, compressed. The budget for scripts is ${budget}.\n`,
);
process.exitCode = scripts > 0 && scripts <= budget ? 0 : 1;
