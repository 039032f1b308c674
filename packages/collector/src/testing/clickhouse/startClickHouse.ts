import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clickHousePassword, clickHouseUser } from "./credentials.ts";

/** A server of our own with the current engine (`chdb`): empty, durable as in production, gone when the tests are. */
export interface ClickHouseServer {
  /** Host and port. */
  readonly host: string;
  /** Of its process, until it is started again. */
  readonly pid: number | undefined;
  /** Makes an empty database, and the URL that leads to it. */
  createDatabase(): Promise<string>;
  /** Runs a statement as an administrator would, and gives what it answers as tab-separated text. */
  query(sql: string): Promise<string>;
  /** Ends the server without letting it finish anything. */
  kill(): Promise<void>;
  /** Starts a server that was ended, on the same data and port. */
  start(): Promise<void>;
  /** Holds it where it is, as on a machine that hangs, until `resume`. */
  suspend(): void;
  resume(): void;
  /** Ends the server and removes its data. */
  remove(): Promise<void>;
}

const program = fileURLToPath(new URL("serveChdb.ts", import.meta.url));

/** The URL of a database of the same name on one or several hosts. */
export function clickHouseURL([host = "", ...shards]: readonly string[], database: string): string {
  const credentials = `${clickHouseUser}:${encodeURIComponent(clickHousePassword)}`;
  const url = new URL(`clickhouse://${credentials}@${host}/${database}`);
  for (const shard of shards) url.searchParams.append("shard", shard);
  return url.href;
}

/** Makes a server and starts it, in less than a second. */
export async function startClickHouse(): Promise<ClickHouseServer> {
  const folder = mkdtempSync(join(tmpdir(), "clickhouse-"));
  let child = await startChild(folder, "0");
  const host = `127.0.0.1:${child.port}`;
  let databases = 0;
  const query = async (sql: string) => {
    const authorization = `Basic ${btoa(`${clickHouseUser}:${clickHousePassword}`)}`;
    const url = `http://${host}/?database=default`;
    const response = await fetch(url, { method: "POST", headers: { authorization }, body: sql });
    const answer = await response.text();
    if (!response.ok) throw new Error(answer);
    return answer;
  };
  const kill = async () => {
    child.process.kill("SIGKILL");
    await child.ended;
  };
  return {
    host,
    get pid() {
      return child.process.pid;
    },
    query,
    kill,
    async createDatabase() {
      databases += 1;
      await query(`CREATE DATABASE test_${databases}`);
      return clickHouseURL([host], `test_${databases}`);
    },
    async start() {
      child = await startChild(folder, child.port);
    },
    suspend: () => void child.process.kill("SIGSTOP"),
    resume: () => void child.process.kill("SIGCONT"),
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Child {
  readonly process: ChildProcess;
  readonly port: string;
  readonly ended: Promise<unknown>;
}

async function startChild(folder: string, port: string): Promise<Child> {
  const child = spawn(process.execPath, [program, folder, port], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const [line] = (await Promise.race([once(child.stdout, "data"), ended])) as [unknown];
  if (!Buffer.isBuffer(line)) throw new Error("ClickHouse's engine has not started.");
  return { process: child, port: line.toString().trim(), ended };
}
