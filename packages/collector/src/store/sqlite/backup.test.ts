import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actions, delivery, record } from "../../testing/conformance/storeRecords.ts";
import { openSqliteStore } from "./openSqliteStore.ts";

describe("a backup", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "collector-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** As operations describe it: while the collector runs, by any tool that knows SQLite. */
  function backUp(path: string, to: string): void {
    const other = new DatabaseSync(path);
    other.exec(`VACUUM INTO '${to}'`);
    other.close();
  }

  function restore(backup: string, path: string): void {
    for (const rest of ["-wal", "-shm"]) rmSync(path + rest, { force: true });
    copyFileSync(backup, path);
  }

  it("that is taken while events come in brings back what was stored before it", async () => {
    const [path, backup] = [join(folder, "events.db"), join(folder, "backup.db")];
    const store = openSqliteStore(path);
    await store.append(delivery([record(1), record(2)]));
    const later = Array.from({ length: 20 }, (_, n) => store.append(delivery([record(100 + n)])));
    backUp(path, backup);
    await Promise.all(later);
    await store.close();
    restore(backup, path);
    const restored = openSqliteStore(path);
    const { events } = await restored.scan({ limit: 100 });
    expect(events.length).toBeGreaterThanOrEqual(2);
    expect(await restored.totals(actions)).toMatchObject({ executions: events.length, users: 1 });
    await restored.close();
  });

  it("brings nobody back who was erased after it was taken", async () => {
    const [path, backup] = [join(folder, "events.db"), join(folder, "backup.db")];
    const store = openSqliteStore(path);
    await store.append(delivery([record(1)]));
    await store.append(delivery([record(2)], { anonymizedUserId: "user-2" }));
    backUp(path, backup);
    await store.erase("user-1");
    await store.erase("user-3");
    await store.close();

    restore(backup, path);
    const restored = openSqliteStore(path);
    // Upkeep, which runs at the start.
    await restored.prune(0);
    const { events } = await restored.scan({ limit: 100 });
    expect(events.map(({ anonymizedUserId }) => anonymizedUserId)).toEqual(["user-2"]);
    expect(await restored.totals(actions)).toMatchObject({ executions: 2, users: 1 });
    const sentAgain = [
      delivery([record(1)]),
      delivery([record(3)], { anonymizedUserId: "user-3" }),
    ];
    for (const again of sentAgain) {
      expect(await restored.append(again)).toEqual({ accepted: 0, duplicates: 1 });
    }
    await restored.close();
  });

  it("put elsewhere, without the journal of erasures, knows only of those before it", async () => {
    const [path, backup] = [join(folder, "events.db"), join(folder, "backup.db")];
    const store = openSqliteStore(path);
    await store.append(delivery([record(1)]));
    await store.erase("user-2");
    backUp(path, backup);
    await store.erase("user-1");
    await store.close();
    const elsewhere = openSqliteStore(backup);
    expect(await elsewhere.latest(10)).toHaveLength(1);
    const again = delivery([record(3)], { anonymizedUserId: "user-2" });
    expect(await elsewhere.append(again)).toEqual({ accepted: 0, duplicates: 1 });
    await elsewhere.close();
  });
});
