/**
 * `npm start`, `npm test` and `npm run storybook`, from nothing: sets up what is missing and hands
 * over. Plain JavaScript, since it runs on whatever Node is there, from 20 on, before anything is
 * installed.
 */
import { join } from "node:path";
import { buildPages } from "./setup/buildPages.mjs";
import { findChromium } from "./setup/findChromium.mjs";
import { findFirefox } from "./setup/findFirefox.mjs";
import { findGit } from "./setup/findGit.mjs";
import { findNode } from "./setup/findNode.mjs";
import { findPostgres } from "./setup/findPostgres.mjs";
import { handOver } from "./setup/handOver.mjs";
import { installDependencies } from "./setup/installDependencies.mjs";
import { SetupError } from "./setup/SetupError.mjs";
import { binFolder, workspaceEnvironment, workspaceRoot } from "./setup/workspaceRoot.mjs";

const help = `Action Telemetry

  npm start                         open this folder in the code browser, and print its address
  npm start -- path/to/repository   open another local Git repository
  npm start -- --help               the options of the code browser

  npm test                          every check, in turn; ends with "N passed, N failed"
  npm test -- lint types            only the checks named
  npm test -- --help                the names of the checks

  npm run storybook                 every component in every state, with the events it records

  npm run build:extension           the browser extension, for Chrome and for Firefox

  npm run bench:client              telemetry clients side by side: size, cost and what gets lost
  npm run bench:client -- --help    its options

  npm run bench:ui                  command palettes side by side: ranking and speed
  npm run bench:ui -- --help        its options

  npm run bench:collector           how fast the collector stores and answers, and in how much room
  npm run bench:collector -- --help its options

  npm run bench:page                how soon the analytics page can be used, over ten million events
  npm run bench:page -- --help      its options

  npm run axe                       every story in every look, and what axe finds there; minutes
  npm run walk                      pictures of every component and of the code browser; minutes

The first run installs what is missing. CHROMIUM_PATH names the browser to test in, FIREFOX_PATH
the Firefox that the extension is tested in, POSTGRES_PATH the server that the collector is tested with.
`;

/** @type {Record<string, (givenArguments: readonly string[]) => Promise<number>>} */
const runByCommand = {
  async start(givenArguments) {
    if (!wantsHelp(givenArguments)) await buildPages();
    const main = join(workspaceRoot, "packages", "code-browser", "src", "server", "main.ts");
    const node = ["--conditions=@action-telemetry/source", main, ...givenArguments];
    // A path in the arguments is meant from where the person typed it, not from where npm runs this.
    const cwd = process.env.INIT_CWD ?? process.cwd();
    return handOver(findNode(), node, { env: workspaceEnvironment(), cwd });
  },

  async test(givenArguments) {
    /** @type {Record<string, string>} */
    const more = {};
    if (!wantsHelp(givenArguments)) {
      await findGit();
      more.CHROMIUM_PATH = await findChromium();
      const firefox = await findFirefox();
      if (firefox !== undefined) more.FIREFOX_PATH = firefox;
      const postgres = await findPostgres();
      if (postgres !== undefined) more.POSTGRES_PATH = postgres;
    }
    const node = ["scripts/check.ts", ...givenArguments];
    return handOver(findNode(), node, { env: workspaceEnvironment(more) });
  },

  async storybook(givenArguments) {
    const pnpm = ["--silent", "run", "dev:storybook", ...givenArguments];
    return handOver(join(binFolder, "pnpm"), pnpm, { env: workspaceEnvironment() });
  },

  axe: () => runInBrowser(join("scripts", "axe", "main.ts"), []),

  async walk(givenArguments) {
    if (!wantsHelp(givenArguments)) await buildPages();
    return runInBrowser(join("scripts", "walk", "main.ts"), givenArguments);
  },

  async "build:extension"(givenArguments) {
    const main = join("packages", "browser-extension", "scripts", "buildExtension.ts");
    return handOver(findNode(), [main, ...givenArguments], { env: workspaceEnvironment() });
  },

  "bench:client": (givenArguments) => runBenchmark("client", givenArguments),
  async "bench:collector"(givenArguments) {
    const main = join("packages", "benchmarks", "src", "collector", "main.ts");
    const node = ["--conditions=@action-telemetry/source", main, ...givenArguments];
    return handOver(findNode(), node, { env: workspaceEnvironment() });
  },
  "bench:page": (givenArguments) => runBenchmark("page", givenArguments),
  "bench:ui": (givenArguments) => runBenchmark("ui", givenArguments),
};

/**
 * @param {string} folder of the benchmark
 * @param {readonly string[]} givenArguments
 */
function runBenchmark(folder, givenArguments) {
  return runInBrowser(join("packages", "benchmarks", "src", folder, "main.ts"), givenArguments);
}

/**
 * @param {string} main - Program that needs a browser.
 * @param {readonly string[]} givenArguments
 */
async function runInBrowser(main, givenArguments) {
  const more = wantsHelp(givenArguments) ? {} : { CHROMIUM_PATH: await findChromium() };
  const node = ["--conditions=@action-telemetry/source", main, ...givenArguments];
  return handOver(findNode(), node, { env: workspaceEnvironment(more) });
}

/** @param {readonly string[]} givenArguments */
const wantsHelp = (givenArguments) =>
  givenArguments.includes("--help") || givenArguments.includes("-h");

/** @param {readonly string[]} commandLine */
async function main([command = "--help", ...givenArguments]) {
  const run = Object.hasOwn(runByCommand, command) ? runByCommand[command] : undefined;
  if (run === undefined) {
    process.stdout.write(help);
    return command === "--help" || command === "-h" ? 0 : 2;
  }
  await installDependencies();
  return run(givenArguments);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
