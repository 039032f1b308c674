import { execFile } from "node:child_process";
import { loadavg } from "node:os";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { LoadOptions, LoadResult } from "./load/LoadResult.ts";
import { startServer } from "./startServer.ts";

const loadMain = fileURLToPath(new URL("./load/main.ts", import.meta.url));

/** What was measured of both sides. */
export interface HttpResult extends LoadResult {
  /** Of the collector while it was loaded, in milliseconds. */
  readonly serverProcessorTime: number;
  /** The most memory that the collector has had, in bytes. */
  readonly peakMemory: number;
  /** What the machine had to do in the last minute, when it ended. */
  readonly load: number;
}

/** Loads a collector with batches, from a process of its own. The first events warm it up and are not measured. */
export async function measureHttp(
  environment: Readonly<Record<string, string>>,
  options: Omit<LoadOptions, "port">,
): Promise<HttpResult> {
  const server = await startServer(environment);
  try {
    const { port } = server;
    await runLoad({ ...options, port, events: options.events / 10, seed: options.seed + 1000 });
    const before = await server.processorTime();
    const result = await runLoad({ ...options, port });
    return {
      ...result,
      serverProcessorTime: (await server.processorTime()) - before,
      peakMemory: await server.peakMemory(),
      load: loadavg()[0] ?? 0,
    };
  } finally {
    await server.stop();
  }
}

async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const node = ["--conditions=@action-telemetry/source", loadMain, JSON.stringify(options)];
  const { stdout } = await promisify(execFile)(process.execPath, node);
  return JSON.parse(stdout) as LoadResult;
}
