import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { findPostgres } from "./findPostgres.ts";

/** The password of the only user, `telemetry`. */
export const postgresPassword = "correct/horse";

/** A PostgreSQL server of our own: empty, durable as in production, gone when the tests are. */
export interface PostgresServer {
  /** Of the database `telemetry`, over loopback. */
  readonly url: string;
  /** The folder of `psql`, `pg_dump` and the like. */
  readonly programs: string;
  /** Makes an empty schema, and the URL that leads into it. */
  createSchema(): Promise<string>;
  /** Runs statements as an administrator would. */
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Ends the server without letting it finish anything. */
  kill(): Promise<void>;
  /** Starts a server that was ended, on the same data. */
  start(): Promise<void>;
  /** Holds all of its processes where they are, as on a machine that hangs, until `resume`. */
  suspend(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the server and removes its data. */
  remove(): Promise<void>;
}

type Identity = Readonly<Partial<Record<"uid" | "gid", number>>>;

const execute = promisify(execFile);

/**
 * Makes a server and starts it, in about a second. It ends and its data goes with this process, however that ends.
 *
 * @param settings Of `postgresql.conf`.
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error("There is no PostgreSQL here.");
  const identity = await serverIdentity();
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const data = join(folder, "data");
  const run = (program: string, args: readonly string[]) =>
    execute(join(programs, program), [...args], { ...identity, cwd: folder });

  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, postgresPassword);
  const { uid, gid } = identity;
  if (uid !== undefined && gid !== undefined) {
    for (const path of [folder, passwordFile]) chownSync(path, uid, gid);
  }
  const user = ["-U", "telemetry", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const quick = ["--no-sync", "--no-instructions", "--locale=C", "--encoding=UTF8"];
  await run("initdb", ["-D", data, ...user, ...quick]);
  const removeFolder = guardFolder(programs, folder, identity);

  const port = await freePort();
  const address = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "" };
  const flags = Object.entries({ ...address, ...settings }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const log = join(folder, "log");
  const start = async () => {
    await run("pg_ctl", ["start", "-s", "-w", "-D", data, "-l", log, "-o", flags.join(" ")]);
  };
  await start();
  const urlOf = (database: string) =>
    `postgres://telemetry:${encodeURIComponent(postgresPassword)}@127.0.0.1:${port}/${database}`;
  const url = urlOf("telemetry");
  await query(urlOf("postgres"), "CREATE DATABASE telemetry");
  let schemas = 0;
  return {
    url,
    programs,
    async createSchema() {
      schemas += 1;
      await query(url, `CREATE SCHEMA test_${schemas}`);
      return `${url}?options=${encodeURIComponent(`-c search_path=test_${schemas}`)}`;
    },
    query: (sql) => query(url, sql),
    kill: () => signalServer(data, "SIGKILL"),
    start,
    suspend: () => signalServer(data, "SIGSTOP"),
    resume: () => signalServer(data, "SIGCONT"),
    remove: removeFolder,
  };
}

async function query(url: string, sql: string) {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Readonly<Record<string, unknown>>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root: there, the user that Debian's package makes. */
async function serverIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string) => Number((await execute("id", [flag, "postgres"])).stdout);
  return { uid: await idOf("-u"), gid: await idOf("-g") };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A process that waits for the end of a pipe which this one holds, and then ends the server and removes its folder. */
function guardFolder(programs: string, folder: string, identity: Identity): () => Promise<void> {
  const script = 'read -r _; "$1/pg_ctl" stop -s -m immediate -D "$2/data"; rm -rf "$2"';
  const guard = spawn("sh", ["-c", script, "sh", programs, folder], {
    ...identity,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const ended = once(guard, "close");
  return async () => {
    guard.stdin.end();
    await ended;
  };
}

/** Sends a signal to all processes of a server; after one that kills, the server can be started again. */
async function signalServer(data: string, signal: NodeJS.Signals): Promise<void> {
  const lock = join(data, "postmaster.pid");
  const main = readFileSync(lock, "utf8").split("\n")[0] ?? "";
  const children = (await execute("pgrep", ["-P", main])).stdout.trim().split("\n");
  const pids = [main, ...children].map(Number);
  for (const pid of pids) process.kill(pid, signal);
  if (signal !== "SIGKILL") return;
  while (await isAnyRunning(pids));
  // Until somebody asks for its exit code, a killed process seems to hold the lock.
  rmSync(lock);
}

async function isAnyRunning(pids: readonly number[]): Promise<boolean> {
  try {
    const { stdout } = await execute("ps", ["-o", "stat=", "-p", pids.join(",")]);
    return stdout.split("\n").some((state) => state !== "" && !state.startsWith("Z"));
  } catch {
    return false;
  }
}
