import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { migrations } from "../../src/store/clickhouse/migrations.ts";
import { openClickHouseStore } from "../../src/store/clickhouse/openClickHouseStore.ts";
import { type DebianServer, startDebianClickHouse } from "./startDebianClickHouse.ts";

/**
 * How far Debian's `clickhouse-server` (18.16) carries: which of the store's statements it refuses, and what the engine's
 * own sharding does when one of two servers is killed in the middle. Needs the package; prints what it finds.
 */
const ports = [
  { http: 18_231, tcp: 18_241 },
  { http: 18_232, tcp: 18_242 },
];
const batches = 300;
const eventsPerBatch = 50;
const folder = mkdtempSync(join(tmpdir(), "clickhouse-cluster-"));
const servers: DebianServer[] = [];
try {
  for (const [index, own] of ports.entries()) {
    servers.push(await startDebianClickHouse(join(folder, String(index)), own, ports));
  }
  const [first, second] = servers;
  if (first === undefined || second === undefined) throw new Error("Two servers are needed.");
  print(`Server: ${await first.query("SELECT version()")}`);
  await tryStore(first);
  await tryStatements(first);
  await tryDistributed(first, second);
} finally {
  for (const server of servers) await server.kill();
  rmSync(folder, { recursive: true });
}

async function tryStore({ host }: DebianServer): Promise<void> {
  const opened = await openClickHouseStore(`clickhouse://default@${host}/default`).then(
    () => "opened",
    (error: unknown) => String(error),
  );
  print(`Store: ${opened}`);
}

/** Each statement of the schema, and of those by which the store writes, deletes and reads. */
async function tryStatements({ query }: DebianServer): Promise<void> {
  const schema = migrations.flat().map((statement) => statement.replace("{Replicated}", ""));
  const plain =
    "CREATE TABLE plain (person String, position UInt64) ENGINE = MergeTree ORDER BY position";
  const others = [
    plain,
    "DELETE FROM plain WHERE person = 'user-1'",
    "ALTER TABLE plain APPLY DELETED MASK",
    "SELECT maxMap(map(toUInt32(1), position)) FROM plain",
    "SELECT row_number() OVER (PARTITION BY person ORDER BY position) FROM plain",
    "SELECT person FROM format(TSV, 'person String', 'user-1')",
    "SELECT toUnixTimestamp64Micro(now64(6))",
    "SELECT * FROM plain ORDER BY position LIMIT 1 BY person",
  ];
  for (const statement of [...schema, ...others]) {
    const outcome = await query(statement).then(
      () => "ran",
      (error: unknown) => String(error).slice(0, 160).replaceAll(/\s+/gu, " "),
    );
    print(`- ${statement.trim().slice(0, 60).replaceAll(/\s+/gu, " ")}…: ${outcome}`);
  }
}

/** Events by the engine's own sharding: a table of each server behind one `Distributed` table, inserts that wait. */
async function tryDistributed(first: DebianServer, second: DebianServer): Promise<void> {
  for (const { query } of [first, second]) {
    await query(
      "CREATE TABLE event_local (person String, id UUID, name String) ENGINE = ReplacingMergeTree ORDER BY (person, id)",
    );
  }
  await first.query(
    "CREATE TABLE event AS event_local ENGINE = Distributed(two, default, event_local, cityHash64(person))",
  );
  const waiting = Array.from({ length: batches }, (_, n) => batchOf(`user-${n}`));
  const refused = await sendAll(first, waiting, async (sent) => {
    if (sent === batches / 2) await second.kill();
  });
  const whileDown = await first
    .query("SELECT count() FROM event")
    .catch((error: unknown) => String(error));
  await second.start();
  const refusedAgain = await sendAll(first, refused);
  const stored = await first
    .query("SELECT uniqExact(person, id), uniq(_shard) FROM event")
    .catch(() => first.query("SELECT uniqExact(person, id) FROM event"));
  print(
    `Distributed: ${batches} batches of ${eventsPerBatch}, one of two servers killed after half: ` +
      `${refused.length} refused, a question meanwhile: ${whileDown.slice(0, 80)}; ` +
      `sent again after its restart: ${refusedAgain.length} refused; ` +
      `${stored} of ${batches * eventsPerBatch} events stored.`,
  );
}

/** Sends batches one after the other; resolves to those that were refused. */
async function sendAll(
  { query }: DebianServer,
  all: readonly string[],
  onSent: (sent: number) => Promise<void> = async () => undefined,
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const [index, rows] of all.entries()) {
    const settings = { insert_distributed_sync: "1" };
    const insert = query(`INSERT INTO event FORMAT TabSeparated\n${rows}`, settings);
    await insert.catch(() => refused.push(rows));
    await onSent(index + 1);
  }
  return refused;
}

function batchOf(person: string): string {
  const rows = Array.from({ length: eventsPerBatch }, () => [person, randomUUID(), "a.run"]);
  return rows.map((row) => row.join("\t")).join("\n");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
