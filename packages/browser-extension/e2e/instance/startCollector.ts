import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The collector in a process of its own. */
export interface RunningCollector {
  readonly origin: string;
  /** Where its database is. */
  readonly dataFolder: string;
  /** Ends it, and deletes its data. */
  readonly stop: () => Promise<void>;
}

const program = join(import.meta.dirname, "../../../collector/src/cli.ts");
const address = /Analytics {2}(\S+)\/analytics/u;

/** Starts the collector on a port that the system chooses, with data of its own. */
export async function startCollector(): Promise<RunningCollector> {
  const dataFolder = mkdtempSync(join(tmpdir(), "extension-instance-"));
  const child = spawn(process.execPath, ["--conditions=@action-telemetry/source", program], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: "0", DATA_DIR: dataFolder, RATE_LIMIT: "0" },
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let printed = "";
  const onData = (data: Buffer) => {
    printed += data.toString();
    const origin = address.exec(printed)?.[1];
    if (origin !== undefined && printed.includes("Ctrl-C")) resolve(origin);
  };
  child.stdout.on("data", onData);
  child.stderr.on("data", onData);
  child.once("exit", () => reject(new Error(`The collector ended: ${printed}`)));
  return {
    origin: await promise,
    dataFolder,
    async stop() {
      if (child.exitCode === null) {
        const exit = once(child, "exit");
        child.kill("SIGINT");
        await exit;
      }
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
