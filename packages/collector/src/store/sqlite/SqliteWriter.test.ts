import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { testEventId } from "../../testing/batches.ts";
import { actions, delivery, record } from "../../testing/conformance/storeRecords.ts";
import { SqliteReader } from "./SqliteReader.ts";
import { SqliteWriter } from "./SqliteWriter.ts";
import { connect } from "./connect.ts";
import { openDatabase } from "./openDatabase.ts";
import { openSqliteStore } from "./openSqliteStore.ts";

/** Within a suite, all happens so soon that counts wait to be merged, however long the machine takes. */
function stopClock(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => void vi.useRealTimers());
}

describe("a full disk", () => {
  it("loses the transaction, half-stores nothing, and is forgotten once there is room", () => {
    const database = openDatabase(":memory:");
    const writer = new SqliteWriter(database);
    const many = delivery(
      Array.from({ length: 500 }, (_, n) => record(n, { name: `action.${n}` })),
    );
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]);
    database.exec(`PRAGMA max_page_count = ${pages + 2}`);
    expect(writer.write([many, delivery([record(1)])])).toEqual([
      { trouble: expect.stringMatching(/full/) as string },
      { trouble: expect.stringMatching(/full/) as string },
    ]);
    const tables = ["delivery", "delivery_slot", "rollup_key", "person", "origin", "count_block"];
    for (const table of tables) {
      expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }

    database.exec("PRAGMA max_page_count = 100000");
    expect(writer.write([many])).toEqual([{ accepted: 500, duplicates: 0 }]);
    writer.merge();
    expect(new SqliteReader(database).totals(actions)).toMatchObject({ executions: 500, users: 1 });
    database.close();
  });
});

describe("counts that wait to be merged", () => {
  stopClock();

  it("outlast a delivery that finds no room", () => {
    const database = openDatabase(":memory:");
    const writer = new SqliteWriter(database);
    writer.write([delivery([record(1)])]);
    // Soon after the first, so that its counts wait.
    writer.write([delivery([record(2)])]);
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const many = Array.from({ length: 500 }, (_, n) => record(100 + n, { name: `action.${n}` }));
    expect(writer.write([delivery(many)])[0]).toHaveProperty("trouble");
    database.exec("PRAGMA max_page_count = 100000");
    writer.write([delivery([record(3)])]);
    writer.merge();
    expect(new SqliteReader(database).totals(actions)).toMatchObject({ executions: 3, names: 1 });
    database.close();
  });
});

describe("two processes that write", () => {
  stopClock();

  it("count every event once, whoever merges and whoever ends", async () => {
    const folder = mkdtempSync(join(tmpdir(), "two-"));
    const file = join(folder, "events.db");
    openDatabase(file).close();
    const open = () => new SqliteWriter(connect(file));
    const [one, other] = [open(), open()];
    let id = 0;
    const send = (writer: SqliteWriter, count: number) => {
      for (let n = 0; n < count; n += 1) writer.write([delivery([record((id += 1))])]);
    };
    send(one, 3);
    send(other, 3);
    send(one, 2);
    other.merge();
    send(one, 1);
    one.merge();
    send(other, 2);
    // It ends without a word, and another begins while the first still has counts that wait.
    send(one, 2);
    const third = open();
    send(third, 1);
    third.merge();
    one.merge();
    const reader = new SqliteReader(connect(file));
    expect(reader.totals(actions)).toMatchObject({ executions: 14, users: 1 });
    await third.erase("user-1");
    expect(one.write([delivery([record(1000)])])).toEqual([{ accepted: 0, duplicates: 1 }]);
    for (const writer of [one, other, third]) writer.close();
    reader.close();
    rmSync(folder, { recursive: true });
  });
});

describe("a question", () => {
  it("is answered although events never cease to come in", async () => {
    const store = openSqliteStore(":memory:");
    let isAnswered = false;
    const flood = Array.from({ length: 4 }, async (_, sender) => {
      for (let n = 0; !isAnswered; n += 1) await store.append(delivery([record(sender * 1e6 + n)]));
    });
    await store.append(delivery([record(9_000_000)]));
    for (let times = 0; times < 5; times += 1) {
      expect((await store.totals(actions)).executions).toBeGreaterThan(times);
    }
    isAnswered = true;
    await Promise.all(flood);
    await store.close();
  });
});

describe("a delivery that cannot be stored", () => {
  it("fails alone, though others arrived at the same time", async () => {
    const store = openSqliteStore(":memory:");
    const outcomes = await Promise.allSettled([
      store.append(delivery([record(1)])),
      store.append(delivery([record(2, { occurredAt: Number.NaN })])),
      store.append(delivery([record(3)])),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await store.latest(10)).map(({ id }) => id)).toEqual([testEventId(3), testEventId(1)]);
    expect(await store.totals(actions)).toMatchObject({ executions: 2 });
    await store.close();
  });
});

describe("counts that were not merged before the process ended", () => {
  stopClock();

  it("are found again from the events", () => {
    const database = openDatabase(":memory:");
    const ended = new SqliteWriter(database);
    ended.write([delivery([record(1)])]);
    // Soon after the first, so that its counts wait.
    ended.write([delivery([record(2), record(3, { trusted: false })])]);
    const reader = new SqliteReader(database);
    expect(reader.totals(actions)).toMatchObject({ executions: 1 });
    new SqliteWriter(database).merge();
    const counted = { executions: 2, users: 1, names: 1, synthetic: 1 };
    expect(reader.totals(actions)).toEqual(counted);
    new SqliteWriter(database).merge();
    expect(reader.totals(actions)).toEqual(counted);
    database.close();
  });
});

describe("an erasure that was interrupted", () => {
  it("is finished by the next upkeep, and nothing of the person is stored meanwhile", async () => {
    const folder = mkdtempSync(join(tmpdir(), "erasure-"));
    const digest = createHash("sha256").update("user-1").digest("hex");
    const file = join(folder, "events.db");
    const first = openSqliteStore(file);
    await first.append(delivery([record(1), record(2)]));
    await first.close();
    // All that it did before the process ended: to note whom to erase.
    const interrupted = new DatabaseSync(file);
    interrupted.exec(`INSERT INTO erased_person SELECT '${digest}', id FROM person`);
    interrupted.close();

    const second = openSqliteStore(file);
    expect(await second.append(delivery([record(3)]))).toEqual({ accepted: 0, duplicates: 1 });
    await second.prune(0);
    expect(await second.latest(10)).toEqual([]);
    await second.close();
    const database = new DatabaseSync(file, { readOnly: true });
    for (const table of ["delivery", "delivery_slot", "person"]) {
      expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }
    const people = database.prepare("SELECT data FROM people_block").all();
    expect(people.every(({ data }) => data instanceof Uint8Array && data.length === 0)).toBe(true);
    expect(database.prepare("SELECT person FROM erased_person").all()).toEqual([{ person: null }]);
    database.close();
    rmSync(folder, { recursive: true });
  });
});
