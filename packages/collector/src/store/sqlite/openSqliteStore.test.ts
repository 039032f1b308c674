import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeEventStore } from "../conformance/describeEventStore.ts";
import { migrate, schemaVersion } from "./migrations/migrate.ts";
import { migrations } from "./migrations/migrations.ts";
import { openDatabase } from "./openDatabase.ts";
import { openSqliteStore } from "./openSqliteStore.ts";

describeEventStore("SQLite in memory", () => openSqliteStore(":memory:"));

describe("in a file", () => {
  let folder: string;
  let files = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "collector-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  describeEventStore("SQLite", () => openSqliteStore(join(folder, `${(files += 1)}.db`)));
});

describe("openSqliteStore", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "collector-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("makes its folder and syncs every commit to disk", () => {
    const database = openDatabase(join(folder, "new", "events.db"));
    expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    expect(database.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    database.close();
  });

  it("finds what it stored when it is opened again", async () => {
    const path = join(folder, "events.db");
    openDatabase(path).close();
    const store = openSqliteStore(path);
    await store.check();
    await store.close();
    const database = new DatabaseSync(path);
    expect(schemaVersion(database)).toBe(migrations.length);
    database.close();
  });

  it("refuses a database of a newer version and says what to do", () => {
    const path = join(folder, "events.db");
    const database = new DatabaseSync(path);
    database.exec("PRAGMA user_version = 999");
    database.close();
    expect(() => openSqliteStore(path)).toThrow(/version 999.*Run the newer collector/);
  });

  it("rejects what it cannot commit, and recovers", async () => {
    const path = join(folder, "events.db");
    const store = openSqliteStore(path);
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    await expect(store.check()).rejects.toThrow(/locked/);
    other.exec("ROLLBACK");
    other.close();
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
  });
});

describe("migrate", () => {
  it.each(migrations.map((_, version) => version + 1))(
    "brings a database of version %i to the newest, and keeps what it holds",
    (version) => {
      const database = new DatabaseSync(":memory:");
      migrate(database, migrations.slice(0, version));
      database.exec("INSERT INTO tally VALUES (1, 'dropped', 'queue-full', 7)");
      migrate(database, migrations);
      expect(schemaVersion(database)).toBe(migrations.length);
      expect(database.prepare("SELECT count FROM tally").get()).toEqual({ count: 7 });
      expect(database.prepare("SELECT * FROM ping").all()).toEqual([]);
    },
  );

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
