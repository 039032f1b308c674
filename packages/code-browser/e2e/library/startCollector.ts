import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { startProcess, type RunningProcess } from "./startProcess.ts";

/** An instance in a process of its own. */
export interface RunningCollector extends RunningProcess {
  readonly origin: string;
}

const require = createRequire(import.meta.url);
const address = /Analytics {2}(\S+)\/analytics/u;

/** Starts the collector's own command on a port that the system chooses. */
export async function startCollector(
  dataFolder: string,
  allowedOrigins: readonly string[],
): Promise<RunningCollector> {
  const manifest = require.resolve("@action-telemetry/collector/package.json");
  const { bin } = require(manifest) as { readonly bin: Readonly<Record<string, string>> };
  const running = await startProcess(
    join(dirname(manifest), Object.values(bin)[0] ?? ""),
    [],
    { PORT: "0", DATA_DIR: dataFolder, ALLOWED_ORIGINS: allowedOrigins.join(",") },
    (stdout) => address.test(stdout) && stdout.includes("Ctrl-C"),
  );
  return { ...running, origin: address.exec(running.stdout())?.[1] ?? "" };
}
