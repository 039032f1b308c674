import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { testEventId, testNow } from "../../../testing/batches.ts";
import { actions, delivery, record, today } from "../../../testing/conformance/storeRecords.ts";
import { openSqliteStore } from "../openSqliteStore.ts";
import { migrate, schemaVersion } from "./migrate.ts";
import { migrations } from "./migrations.ts";

/** Versions that had a row for each event. */
const versionsWithEvents = [1, 2, 3, 4, 5];

/** Fills a database of such a version: three executions, one of them by a script, and a completion, of two people. */
function fill(database: DatabaseSync, version: number): void {
  const id = (n: number) => `x'${testEventId(n).replaceAll("-", "")}'`;
  database.exec(`
    INSERT INTO person VALUES (1, 'user-1'), (2, 'user-2');
    INSERT INTO origin VALUES (1, 'https://instance.example', 'test', '1.0.0');
    INSERT INTO facet VALUES (1, 'action', 'a.run', 'toolbar', '', 'WEB', 'web'),
                             (7, 'action', 'b.run', '', 'keyboard', 'WEB', 'web');
    INSERT INTO event VALUES
      (1, ${id(1)}, 1, 1, 1, ${testNow}, ${testNow}, ${testNow}, 0, NULL, NULL, NULL, NULL),
      (2, ${id(2)}, 1, 7, 1, ${testNow}, ${testNow - 3}, ${testNow - 5}, 1, '{"lines":12}', NULL, NULL, NULL),
      (3, ${id(3)}, 2, 1, 1, ${testNow}, ${testNow}, ${testNow}, 6, NULL, NULL, NULL, NULL),
      (9, ${id(4)}, 2, 1, 1, ${testNow + 1}, ${testNow}, ${testNow}, 0, NULL, 'failed', 12.5, ${id(99)});
    INSERT INTO day_count VALUES (${today}, 1, 1, 1), (${today}, 7, 1, 0), (${today - 6}, 7, 5, 0);
    INSERT INTO day_person VALUES (${today}, 1, 1), (${today}, 7, 1), (${today - 6}, 7, 2);
    INSERT INTO tally VALUES (${today}, 'dropped', 'queue-full', 7)`);
  if (version >= 2) database.exec("INSERT INTO ping VALUES (4, 'a ping', NULL, NULL)");
  if (version >= 4) database.exec("INSERT INTO erased_person VALUES ('ab', NULL)");
  if (version >= 5) {
    database.exec(`INSERT INTO day_completion VALUES (${today}, 1, 'failed', 15, 1)`);
  }
}

function openFilled(path: string, version: number): void {
  const database = new DatabaseSync(path);
  migrate(database, migrations.slice(0, version));
  fill(database, version);
  database.close();
}

describe("migrate", () => {
  it.each(versionsWithEvents)("keeps all that a database of version %i holds", async (version) => {
    const folder = mkdtempSync(join(tmpdir(), "collector-"));
    const path = join(folder, "events.db");
    openFilled(path, version);
    const store = openSqliteStore(path);
    const { events: _, tallies: __, ...header } = delivery([]);
    const { surface: ___, ...withoutSurface } = record(2, {
      name: "b.run",
      trigger: "keyboard",
      alt: true,
      arguments: '{"lines":12}',
      occurredAt: testNow - 3,
      clientTime: testNow - 5,
    });
    const other = { anonymizedUserId: "user-2" };
    const completed = { outcome: "failed", durationMs: 12.5, of: testEventId(99) } as const;
    expect((await store.scan({ limit: 10 })).events).toEqual([
      { ...header, ...record(1) },
      { ...header, ...withoutSurface },
      { ...header, ...other, ...record(3, { trusted: false, clock: "future" }) },
      { ...header, ...other, ...record(4, completed), receivedAt: testNow + 1 },
    ]);
    expect(await store.totals(actions)).toEqual({
      executions: 7,
      users: 2,
      names: 2,
      synthetic: 1,
    });
    expect(await store.completions(actions)).toEqual([
      { name: "a.run", outcome: "failed", step: 15, count: 1 },
    ]);
    expect((await store.names()).map(({ hasArguments }) => hasArguments)).toEqual([false, true]);
    expect(await store.tallies(actions.period)).toHaveLength(1);
    expect(await store.ping(4)).toEqual(version >= 2 ? { body: "a ping" } : undefined);
    // What is known stays known.
    const again = await store.append(delivery([record(1), record(20)]));
    expect(again).toEqual({ accepted: 1, duplicates: 1 });
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it("knows of a ping that was answered before answers were kept that nothing is known of them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "collector-"));
    const path = join(folder, "events.db");
    const database = new DatabaseSync(path);
    migrate(database, migrations.slice(0, 8));
    database.exec("INSERT INTO ping VALUES (4, 'a ping', 7, 200)");
    database.close();
    const store = openSqliteStore(path);
    const answer = { at: 7, status: 200, text: "" };
    expect(await store.ping(4)).toEqual({ body: "a ping", answer });
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it("lets two processes start at once on a database of an old version", async () => {
    const folder = mkdtempSync(join(tmpdir(), "collector-"));
    const path = join(folder, "events.db");
    openFilled(path, 4);
    const module = new URL("../openDatabase.ts", import.meta.url).href;
    const script = `const { openDatabase } = await import(${JSON.stringify(module)}); openDatabase(${JSON.stringify(path)}).close();`;
    const ended = Array.from({ length: 2 }, async () => {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script]);
      return (await once(child, "close"))[0] as unknown;
    });
    expect(await Promise.all(ended)).toEqual([0, 0]);
    const store = openSqliteStore(path);
    expect(await store.totals(actions)).toMatchObject({ executions: 7, users: 2 });
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it("applies what is missing, in order, once", () => {
    const database = new DatabaseSync(":memory:");
    migrate(database, ["CREATE TABLE a (x)"]);
    migrate(database, ["CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y"]);
    migrate(database, ["CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y"]);
    expect(schemaVersion(database)).toBe(2);
  });

  it("leaves the database as it was when a migration fails", () => {
    const database = new DatabaseSync(":memory:");
    migrate(database, ["CREATE TABLE a (x)"]);
    const broken = ["CREATE TABLE a (x)", "CREATE TABLE b (x); CREATE TABLE nonsense"];
    expect(() => migrate(database, broken)).toThrow(/syntax error|incomplete/);
    expect(schemaVersion(database)).toBe(1);
    expect(database.prepare("SELECT name FROM sqlite_schema").all()).toHaveLength(1);
  });
});
