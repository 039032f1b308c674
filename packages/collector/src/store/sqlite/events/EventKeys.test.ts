import { describe, expect, it } from "vitest";
import { testEventId } from "../../../testing/batches.ts";
import { actions, delivery, record } from "../../../testing/conformance/storeRecords.ts";
import { SqliteReader } from "../SqliteReader.ts";
import { SqliteWriter } from "../SqliteWriter.ts";
import { openDatabase } from "../openDatabase.ts";

/** More than are looked through for each event, all in one slot: the IDs of tests begin alike. */
const deliveries = 40;

describe("who sends very much within a minute", () => {
  it("has every event stored once, whichever way it is known", async () => {
    const database = openDatabase(":memory:");
    const writer = new SqliteWriter(database);
    const send = (n: number) => writer.write([delivery([record(2 * n), record(2 * n + 1)])])[0];
    for (let n = 0; n < deliveries; n += 1) {
      expect(send(n)).toEqual({ accepted: 2, duplicates: 0 });
    }
    const listed = database.prepare("SELECT * FROM listed_event").all();
    expect(listed.length).toBeGreaterThan(0);
    for (let n = 0; n < deliveries; n += 1) {
      expect(send(n)).toEqual({ accepted: 0, duplicates: 2 });
    }
    const ended = record(1000, { of: testEventId(2 * deliveries - 1), outcome: "failed" });
    writer.write([delivery([{ ...ended, kind: "event", name: "action.completed" }])]);
    writer.merge();
    const reader = new SqliteReader(database);
    expect(reader.totals(actions)).toMatchObject({ executions: 2 * deliveries, users: 1 });
    expect(reader.completions(actions)).toEqual([{ name: "a.run", outcome: "failed", count: 1 }]);

    await writer.erase("user-1");
    for (const table of ["delivery", "delivery_slot", "listed_event", "person"]) {
      expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }
    database.close();
  });

  it("leaves nothing behind when all has grown too old", async () => {
    const database = openDatabase(":memory:");
    const writer = new SqliteWriter(database);
    for (let n = 0; n < deliveries; n += 1) writer.write([delivery([record(n)])]);
    expect(await writer.prune(Number.MAX_SAFE_INTEGER)).toBe(deliveries);
    for (const table of ["delivery", "delivery_slot", "listed_event"]) {
      expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }
    expect(writer.write([delivery([record(0)])])).toEqual([{ accepted: 1, duplicates: 0 }]);
    database.close();
  });
});
