import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runQuietly } from "./runQuietly.mjs";
import { binFolder, workspaceEnvironment, workspaceRoot } from "./workspaceRoot.mjs";

/** The packages with a page, each with the packages whose sources end up in it. */
const packagesByPage = {
  collector: ["event-schema"],
  "code-browser": ["event-schema", "actions", "telemetry", "react", "error-reporting"],
};

/** Builds the pages that the server serves, those whose sources have changed since the last time. */
export async function buildPages() {
  for (const [name, dependencies] of Object.entries(packagesByPage)) {
    const stamp = sourcesStamp([name, ...dependencies]);
    const stampFile = join(workspaceRoot, "packages", name, ".cache", "page-sources");
    const page = join(workspaceRoot, "packages", name, "dist", "page", "index.html");
    if (existsSync(page) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp)
      continue;
    const build = ["--filter", `@action-telemetry/${name}`, "run", "build:page"];
    await runQuietly(
      `Building the page of ${name}`,
      join(binFolder, "pnpm"),
      build,
      // A test runner says "test", and the page would be React's for development, also for `npm start`.
      workspaceEnvironment({ NODE_ENV: "production" }),
    );
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, stamp);
  }
}

/** @param {readonly string[]} packageNames */
function sourcesStamp(packageNames) {
  const hash = createHash("sha256").update(readFileSync(join(workspaceRoot, "pnpm-lock.yaml")));
  for (const name of packageNames) {
    const folder = join(workspaceRoot, "packages", name);
    const sources = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => !/\.test\.tsx?$/u.test(file))
      .map((file) => join(folder, "src", file))
      .filter((file) => statSync(file).isFile());
    const configuration = ["package.json", "vite.config.ts", "vite.page.config.ts"]
      .map((file) => join(folder, file))
      .filter(existsSync);
    for (const file of [...sources, ...configuration].toSorted()) {
      hash.update(`${file}\n`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}
