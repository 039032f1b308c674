import { spawn } from "node:child_process";
import { SetupError } from "./SetupError.mjs";
import { workspaceRoot } from "./workspaceRoot.mjs";

const progressIntervalMs = 10_000;

/**
 * Runs a preparatory command behind one line of text. Its output is shown only when it fails;
 * work that takes long says every ten seconds that it still goes on.
 *
 * @param {string} headline what is being done, such as "Installing dependencies"
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>} rejects with a {@link SetupError} that carries the output
 */
export async function runQuietly(headline, command, commandArguments, env) {
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(0)} s`;
  process.stderr.write(`${headline} …\n`);
  const progress = setInterval(
    () => process.stderr.write(`  still at it after ${seconds()}\n`),
    progressIntervalMs,
  );
  try {
    await run(command, commandArguments, env);
  } catch (error) {
    throw new SetupError(
      `${headline} failed after ${seconds()}.\n${/** @type {Error} */ (error).message}`,
    );
  } finally {
    clearInterval(progress);
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
function run(command, commandArguments, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, {
      cwd: workspaceRoot,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    /** @param {Buffer} chunk */
    const keep = (chunk) => (output += chunk);
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => reject(new Error(`${command}: ${error.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${output.trim()}\n${command} ended with ${signal ?? `code ${code}`}`));
    });
  });
}
