import { spawn } from "node:child_process";
import { failure, success, type Answer } from "./Answer.ts";
import { gitEnvironment } from "./gitEnvironment.ts";

/** One call of Git. */
export interface GitCall {
  /** The folder it runs in. */
  readonly folder: string;
  /** The arguments after the safety settings; values from outside must stand behind `--end-of-options` or `--`. */
  readonly arguments: readonly string[];
  /** The most output that is read, in bytes; more is a failure. */
  readonly maxBytes: number;
  /** In milliseconds; default 20,000. */
  readonly timeoutMs?: number;
  /** Ends the call early. */
  readonly signal?: AbortSignal;
}

// A repository's own configuration must not start programs or change what we parse.
const settings = [
  "--no-pager",
  "--literal-pathspecs",
  "-c",
  "core.quotePath=false",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "log.showSignature=false",
  "-c",
  "blame.ignoreRevsFile=",
];

/**
 * Runs Git without a shell and without a terminal and reads what it prints.
 *
 * Fails with `timed-out` after the time limit and with `failed` when Git cannot be started, exits with an error or
 * prints more than `maxBytes`. Git's own error text is not passed on, because it names places on the disk.
 */
export function runGit(call: GitCall): Promise<Answer<Buffer>> {
  const { promise, resolve } = Promise.withResolvers<Answer<Buffer>>();
  const child = spawn("git", [...settings, ...call.arguments], {
    cwd: call.folder,
    env: gitEnvironment(process.env),
    stdio: ["ignore", "pipe", "ignore"],
    timeout: call.timeoutMs ?? 20_000,
    killSignal: "SIGKILL",
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  });
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= call.maxBytes) {
      chunks.push(chunk);
    } else {
      child.kill("SIGKILL");
    }
  });
  child.on("error", (error) => {
    resolve(
      error.name === "AbortError"
        ? failure("failed", "The request was given up before Git had answered.")
        : failure("failed", "Git could not be started. Install it to see history and blame."),
    );
  });
  // A program that Git started can outlive it and keep the output open, so an end by force is not waited out.
  child.on("exit", (_code, signal) => {
    if (signal !== null) {
      child.stdout.destroy();
    }
  });
  child.on("close", (code, signal) => {
    if (size > call.maxBytes) {
      resolve(failure("failed", "Git answered with more than can be shown."));
    } else if (signal !== null) {
      resolve(failure("timed-out", "Git took too long to answer."));
    } else if (code !== 0) {
      resolve(failure("failed", "Git could not answer this."));
    } else {
      resolve(success(Buffer.concat(chunks)));
    }
  });
  return promise;
}
