import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const packageFolder = fileURLToPath(new URL("../../", import.meta.url));

/** How long a page that was built is kept for the next tests, in milliseconds. */
const keptMs = 86_400_000;

/**
 * Builds the analytics page as `build:page` does, unless its sources are as they were when it was built last. Several test
 * files may do so at once: a page is in its place as a whole, or not at all.
 *
 * @returns The folder of its files.
 */
export async function buildPage(): Promise<string> {
  const cache = join(packageFolder, ".cache", "pages");
  const directory = join(cache, stampOfSources());
  if (existsSync(directory)) return directory;
  mkdirSync(cache, { recursive: true });
  removeOld(cache);
  const made = mkdtempSync(join(cache, "making-"));
  await buildInto(made);
  try {
    renameSync(made, directory);
  } catch (error) {
    // Somebody else was faster.
    if (!existsSync(directory)) throw error;
    rmSync(made, { recursive: true });
  }
  return directory;
}

async function buildInto(directory: string): Promise<void> {
  const environment = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      configFile: join(packageFolder, "vite.page.config.ts"),
      logLevel: "error",
      build: { outDir: directory },
    });
  } finally {
    process.env["NODE_ENV"] = environment;
  }
}

/** Changes with whatever the page is made of, and with more than that. */
function stampOfSources(): string {
  const hash = createHash("sha256");
  const folders = [join(packageFolder, "src"), join(packageFolder, "..", "event-schema", "src")];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.test)\.(?:tsx?|css|svg|html)$/u.test(name))
      .map((name) => join(folder, name)),
  );
  const others = ["package.json", "vite.page.config.ts", "../../pnpm-lock.yaml"];
  for (const file of [...sources.toSorted(), ...others.map((name) => join(packageFolder, name))]) {
    hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

function removeOld(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (made < Date.now() - keptMs) rmSync(path, { recursive: true, force: true });
  }
}
