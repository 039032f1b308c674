import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";

const manifest = createRequire(import.meta.url).resolve("@action-telemetry/collector/package.json");

/** A collector in a process of its own. */
export interface Server {
  readonly port: number;
  /** Of all its threads so far, in milliseconds; 0 where /proc is not there. */
  processorTime(): Promise<number>;
  /** The most memory that it has had, in bytes; 0 where /proc is not there. */
  peakMemory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the standalone collector as it is installed: built, and with the flags of its command. @param environment Such as `DATABASE_URL` or `DATA_DIR`. */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<Server> {
  const cli = join(dirname(manifest), "dist", "cli.js");
  const [first = ""] = (await readFile(cli, "utf8")).split("\n", 1);
  const flags = first.split(" ").filter((word) => word.startsWith("--"));
  const child = spawn(process.execPath, [...flags, cli], {
    env: { PATH: process.env["PATH"], PORT: "0", RATE_LIMIT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const port = await readPort(child);
  const read = async (name: string) =>
    readFile(`/proc/${child.pid}/${name}`, "utf8").catch(() => "");
  return {
    port,
    async processorTime() {
      const fields = (await read("stat")).split(") ").at(-1)?.split(" ") ?? [];
      // In ticks of ten milliseconds: user and system.
      return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
    },
    async peakMemory() {
      return Number(/VmHWM:\s+(\d+)/.exec(await read("status"))?.[1] ?? 0) * 1024;
    },
    async stop() {
      child.kill("SIGTERM");
      await once(child, "close");
    },
  };
}

async function readPort(child: ChildProcess): Promise<number> {
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  for (;;) {
    const port = /:(\d+)\/analytics/.exec(output)?.[1];
    if (port !== undefined) return Number(port);
    if (child.stdout === null || child.exitCode !== null) throw new Error(output);
    await Promise.race([once(child.stdout, "data"), once(child, "close")]);
  }
}
