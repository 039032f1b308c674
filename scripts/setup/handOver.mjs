import { spawn } from "node:child_process";
import { constants } from "node:os";
import { workspaceRoot } from "./workspaceRoot.mjs";

/** Ctrl-C arrives from the terminal and again from npm; within this time it is the same one. */
const sameGestureMs = 300;
/** @type {readonly NodeJS.Signals[]} */
const forwardedSignals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs the command that this process was started for, passes it every signal once, and ends as it
 * ends.
 *
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {{ readonly env: NodeJS.ProcessEnv, readonly cwd?: string }} options `cwd`: the workspace
 * unless named
 * @returns {Promise<number>} its exit code; 128 and the signal's number if a signal ended it
 */
export function handOver(command, commandArguments, { env, cwd = workspaceRoot }) {
  return new Promise((resolve, reject) => {
    // A group of its own, or the terminal's Ctrl-C would reach it past us, and then twice.
    const detached = process.platform !== "win32";
    const child = spawn(command, commandArguments, { cwd, env, stdio: "inherit", detached });
    const stopForwarding = forwardSignals((signal) => child.kill(signal));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      stopForwarding();
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
}

/** @param {(signal: NodeJS.Signals) => void} send */
function forwardSignals(send) {
  let lastAt = -Infinity;
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    const now = performance.now();
    if (now - lastAt < sameGestureMs) return;
    lastAt = now;
    send(signal);
  };
  for (const signal of forwardedSignals) process.on(signal, forward);
  return () => {
    for (const signal of forwardedSignals) process.off(signal, forward);
  };
}
