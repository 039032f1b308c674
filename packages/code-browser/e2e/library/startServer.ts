import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";

/** The server process under test. */
export interface RunningServer {
  /** The address of the page, with a slash at its end. */
  readonly url: string;
  /** All that it has printed so far, on both streams. */
  readonly output: () => string;
  /** Asks it to end, as Ctrl-C does, and resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
}

const packageFolder = join(import.meta.dirname, "../..");
const buildPages = join(packageFolder, "../../scripts/setup/buildPages.mjs");
let built: Promise<unknown> | undefined;

/** Starts the application the way `npm start` does, in a process of its own, on a port that the system chooses. */
export async function startServer(words: readonly string[]): Promise<RunningServer> {
  built ??= promisify(execFile)(process.execPath, [
    "-e",
    `import(${JSON.stringify(buildPages)}).then((module) => module.buildPages())`,
  ]);
  await built;
  const child = spawn(
    process.execPath,
    [
      "--conditions=@action-telemetry/source",
      join(packageFolder, "src/server/main.ts"),
      "--port",
      "0",
      ...words,
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const onData = (data: Buffer) => {
    output += data.toString();
    const url = /code +(http:\S+)/u.exec(output)?.[1];
    if (url !== undefined && output.includes("Ctrl-C")) {
      resolve(url);
    }
  };
  child.stdout.on("data", onData);
  child.stderr.on("data", onData);
  child.once("exit", () => reject(new Error(`The server ended: ${output}`)));
  const url = await promise;
  return {
    url,
    output: () => output,
    stop: async () => {
      if (child.exitCode !== null) {
        return child.exitCode;
      }
      const exit = once(child, "exit");
      child.kill("SIGINT");
      await exit;
      return child.exitCode;
    },
  };
}
