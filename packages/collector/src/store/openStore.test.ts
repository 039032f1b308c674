import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SchemaUpgrade } from "./OpenOptions.ts";
import { checkStoreURL, describeStoreURL, openStore } from "./openStore.ts";

describe("openStore", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "collector-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("opens a file", async () => {
    const store = await openStore(pathToFileURL(join(folder, "events.db")).href);
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
  });

  it("tells who opens it that the tables were brought to the newest version, when they were not", async () => {
    const url = pathToFileURL(join(folder, "new.db")).href;
    const upgrades: SchemaUpgrade[] = [];
    const open = () => openStore(url, { onUpgrade: (upgrade) => upgrades.push(upgrade) });
    await (await open()).close();
    expect(upgrades).toHaveLength(1);
    expect(upgrades[0]?.from).toBe(0);
    expect(upgrades[0]?.to).toBeGreaterThan(0);
    await (await open()).close();
    expect(upgrades).toHaveLength(1);
  });

  it("says which database cannot be reached, and no secret", async () => {
    const url = "postgres://user:hunter2@127.0.0.1:1/telemetry?options=-c%20hunter2";
    const error: unknown = await openStore(url).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/postgres:\/\/127\.0\.0\.1:1\/telemetry.*ECONNREFUSED/u);
    expect(String(error)).not.toMatch(/hunter2|user/u);
  });

  it("says which ClickHouse server cannot be reached, and no secret", async () => {
    const url = "clickhouse://user:hunter2@127.0.0.1:1/telemetry?shard=127.0.0.1:2";
    const error: unknown = await openStore(url).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/clickhouse:\/\/127\.0\.0\.1:1\/telemetry.*ECONNREFUSED/u);
    expect(inspect(error)).not.toMatch(/hunter2|user/u);
  });

  it.each([
    "mysql://root:hunter2@db/x",
    "hunter2",
    "postgres://root:hunter2@db",
    "clickhouse://root:hunter2@db",
    "file:x.db",
  ])("refuses %s, and repeats no secret", async (url) => {
    expect(checkStoreURL(url).ok).toBe(false);
    expect(JSON.stringify(checkStoreURL(url))).not.toContain("hunter2");
    const error: unknown = await openStore(url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain("hunter2");
  });

  it("describes a database by kind, host and name", () => {
    expect(describeStoreURL("postgres://user:hunter2@db:6432/telemetry?x=hunter2")).toBe(
      "postgres://db:6432/telemetry",
    );
  });
});
