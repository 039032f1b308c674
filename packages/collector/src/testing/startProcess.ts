import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { commandFlags } from "./commandFlags.ts";

/** The standalone command, running as a process of its own. */
export interface CollectorProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** Resolves to the exit code, or to the signal that ended the process. */
  readonly ended: Promise<number | string>;
  /** Everything printed so far, both streams. */
  output(): string;
}

const cli = fileURLToPath(new URL("../cli.ts", import.meta.url));

/** Starts the command from source, with the flags it is installed with, these variables and nothing else of the environment. */
export function spawnCollector(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Omit<CollectorProcess, "url"> {
  const flags = [...commandFlags(cli), "--conditions=@action-telemetry/source"];
  const child = spawn(process.execPath, [...flags, cli, ...args], {
    env: { PATH: process.env["PATH"], ...environment },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "close").then(([code, signal]: unknown[]) =>
    typeof code === "number" ? code : String(signal),
  );
  return { child, ended, output: () => output };
}

/** Starts the command on a free port and waits until it listens. */
export async function startCollectorProcess(
  environment: Readonly<Record<string, string>>,
): Promise<CollectorProcess> {
  const started = spawnCollector({ PORT: "0", ...environment });
  for (;;) {
    const url = /Analytics {2}(\S+)\/analytics/.exec(started.output())?.[1];
    if (url !== undefined) return { ...started, url };
    if (started.child.stdout === null) throw new Error("The child has no output.");
    const outcome = await Promise.race([once(started.child.stdout, "data"), started.ended]);
    if (!Array.isArray(outcome)) throw new Error(`The collector ended: ${started.output()}`);
  }
}
