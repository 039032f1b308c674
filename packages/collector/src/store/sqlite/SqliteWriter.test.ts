import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { testEventId } from "../../testing/batches.ts";
import { delivery, record } from "../conformance/storeRecords.ts";
import { SqliteWriter } from "./SqliteWriter.ts";
import { openDatabase } from "./openDatabase.ts";
import { openSqliteStore } from "./openSqliteStore.ts";

describe("a full disk", () => {
  it("loses the transaction, half-stores nothing, and is forgotten once there is room", () => {
    const database = openDatabase(":memory:");
    const writer = new SqliteWriter(database, { has: () => false });
    const count = (table: string) =>
      database.prepare(`SELECT COUNT(*) AS count FROM ${table}`).get()?.["count"];
    const many = delivery(
      Array.from({ length: 500 }, (_, n) => record(n, { name: `action.${n}` })),
    );
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]);
    database.exec(`PRAGMA max_page_count = ${pages + 2}`);
    expect(() => writer.write([many])).toThrow(/full/);
    for (const table of ["event", "facet", "person", "origin", "day_count", "day_person"]) {
      expect(count(table)).toBe(0);
    }

    database.exec("PRAGMA max_page_count = 100000");
    expect(writer.write([many])).toEqual([{ accepted: 500, duplicates: 0 }]);
    expect(count("event JOIN facet ON facet.id = event.facet")).toBe(500);
    expect(count("day_count JOIN facet ON facet.id = day_count.facet")).toBe(500);
    database.close();
  });
});

describe("a delivery that cannot be stored", () => {
  it("fails alone, though others arrived at the same time", async () => {
    const store = openSqliteStore(":memory:");
    const broken = delivery([record(2, { durationMs: "long" as unknown as number })]);
    const outcomes = await Promise.allSettled([
      store.append(delivery([record(1)])),
      store.append(broken),
      store.append(delivery([record(3)])),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await store.latest(10)).map(({ id }) => id)).toEqual([testEventId(3), testEventId(1)]);
    await store.close();
  });
});

describe("an erasure that was interrupted", () => {
  it("is finished by the next upkeep, and nothing of the person is stored meanwhile", async () => {
    const folder = mkdtempSync(join(tmpdir(), "erasure-"));
    const file = join(folder, "events.db");
    const first = openSqliteStore(file);
    await first.append(delivery([record(1), record(2)]));
    // Its last step is never reached: the process ends with the first.
    const erasing = first.erase("user-1").catch(() => undefined);
    await first.close();
    await erasing;

    const second = openSqliteStore(file);
    expect(await second.append(delivery([record(3)]))).toEqual({ accepted: 0, duplicates: 1 });
    await second.prune(0);
    expect(await second.latest(10)).toEqual([]);
    await second.close();
    const database = new DatabaseSync(file, { readOnly: true });
    for (const table of ["event", "person", "day_person"]) {
      expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }
    expect(database.prepare("SELECT person FROM erased_person").all()).toEqual([{ person: null }]);
    database.close();
    rmSync(folder, { recursive: true });
  });
});
