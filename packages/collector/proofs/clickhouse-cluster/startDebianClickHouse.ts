import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Where a server listens on loopback. */
export interface Ports {
  readonly http: number;
  readonly tcp: number;
}

/** Debian's `clickhouse-server` on loopback, one shard of a cluster named `two`. */
export interface DebianServer {
  readonly host: string;
  /** Runs a statement; rejects with the server's message. */
  query(sql: string, settings?: Readonly<Record<string, string>>): Promise<string>;
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** Starts one of the servers of a cluster, in a folder of its own. */
export async function startDebianClickHouse(
  folder: string,
  ports: Ports,
  cluster: readonly Ports[],
): Promise<DebianServer> {
  mkdirSync(join(folder, "data"), { recursive: true });
  writeFileSync(join(folder, "config.xml"), configuration(folder, ports, cluster));
  writeFileSync(join(folder, "users.xml"), users);
  let child: ChildProcess | undefined;
  const host = `127.0.0.1:${ports.http}`;
  const query = async (sql: string, settings = {}) => {
    const url = `http://${host}/?${new URLSearchParams(settings)}`;
    const response = await fetch(url, { method: "POST", body: sql });
    const answer = await response.text();
    if (!response.ok) throw new Error(answer.trim());
    return answer.trim();
  };
  const start = async () => {
    const config = `--config-file=${join(folder, "config.xml")}`;
    child = spawn("clickhouse-server", [config], { cwd: folder, stdio: "ignore" });
    for (;;) {
      if (child.exitCode !== null) throw new Error("clickhouse-server has ended.");
      if (await query("SELECT 1").catch(() => "")) return;
      await wait(50);
    }
  };
  await start();
  return {
    host,
    query,
    start,
    async kill() {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "close");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function configuration(folder: string, { http, tcp }: Ports, cluster: readonly Ports[]): string {
  const shards = cluster.map(
    (ports) => `<shard><replica><host>127.0.0.1</host><port>${ports.tcp}</port></replica></shard>`,
  );
  return `<yandex>
    <logger><level>none</level></logger>
    <listen_host>127.0.0.1</listen_host>
    <http_port>${http}</http_port>
    <tcp_port>${tcp}</tcp_port>
    <path>${folder}/data/</path>
    <tmp_path>${folder}/data/tmp/</tmp_path>
    <users_config>users.xml</users_config>
    <default_profile>default</default_profile>
    <default_database>default</default_database>
    <mark_cache_size>100000000</mark_cache_size>
    <remote_servers><two>${shards.join("")}</two></remote_servers>
  </yandex>`;
}

const users = `<yandex>
  <profiles><default></default></profiles>
  <users><default>
    <password></password>
    <networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile>
    <quota>default</quota>
  </default></users>
  <quotas><default></default></quotas>
</yandex>`;
