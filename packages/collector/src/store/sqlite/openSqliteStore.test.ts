import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeEventStore } from "../../testing/conformance/describeEventStore.ts";
import { schemaVersion } from "./migrations/migrate.ts";
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
    // The store's own threads may be starting.
    const other = new DatabaseSync(path, { timeout: 60_000 });
    other.exec("BEGIN IMMEDIATE");
    await expect(store.check()).rejects.toThrow(/locked/);
    other.exec("ROLLBACK");
    other.close();
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
  });
});
