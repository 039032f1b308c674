import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A process under test. */
export interface RunningProcess {
  /** All that it has printed so far on each stream. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Makes it print a text, and a line break, on both streams. */
  readonly print: (text: string) => void;
  /** Asks it to end, as Ctrl-C does, and resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
}

const printOnSignal = pathToFileURL(join(import.meta.dirname, "printOnSignal.mjs")).href;

/**
 * Starts a program of this project from its sources, in a process of its own.
 *
 * @param isReady - Looks at what it has printed on standard output; it has started when this is true.
 */
export async function startProcess(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  isReady: (stdout: string) => boolean,
): Promise<RunningProcess> {
  const folder = mkdtempSync(join(tmpdir(), "printed-"));
  const printed = join(folder, "text");
  const child = spawn(
    process.execPath,
    ["--conditions=@action-telemetry/source", "--import", printOnSignal, program, ...words],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment, PRINTED_FILE: printed },
    },
  );
  let stdout = "";
  let stderr = "";
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.stdout.on("data", (data: Buffer) => {
    stdout += data.toString();
    if (isReady(stdout)) resolve();
  });
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  child.once("exit", () => reject(new Error(`The process ended: ${stdout}${stderr}`)));
  await promise;
  return {
    stdout: () => stdout,
    stderr: () => stderr,
    print(text) {
      writeFileSync(printed, `${text}\n`);
      child.kill("SIGUSR2");
    },
    stop: async () => {
      rmSync(folder, { recursive: true, force: true });
      if (child.exitCode !== null) return child.exitCode;
      const exit = once(child, "exit");
      child.kill("SIGINT");
      await exit;
      return child.exitCode;
    },
  };
}
