import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { startCollectorProcess } from "../../testing/startProcess.ts";
import { expectWhole, killRounds, storeWhileKilled } from "../../testing/storeWhileKilled.ts";
import { openSqliteStore } from "./openSqliteStore.ts";

it(
  `loses no acknowledged event, doubles none and counts all when it is killed ${killRounds.rounds} times while it stores`,
  { timeout: killRounds.timeout },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "collector-"));
    const start = () => startCollectorProcess({ DATA_DIR: folder, RATE_LIMIT: "0" });
    const remains = await storeWhileKilled({ ...killRounds, start });

    const path = join(folder, "events.db");
    const store = openSqliteStore(path);
    await expectWhole(store, remains);
    await store.close();
    const database = new DatabaseSync(path, { readOnly: true });
    expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    database.close();
    rmSync(folder, { recursive: true });
  },
);
