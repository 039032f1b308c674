import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareStores } from "../../migrate-store/compareStores.ts";
import { testNow } from "../../testing/batches.ts";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { dayMs } from "../../time/calendar.ts";
import { delivery, record } from "../../testing/conformance/storeRecords.ts";
import { openPostgresStore } from "./openPostgresStore.ts";

const execute = promisify(execFile);

describe.skipIf(lacksPostgres)(`A backup${postgresNote}`, () => {
  const server = usePostgres();
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "collector-"));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
  });

  it("taken by pg_dump while events come in is restored by pg_restore as it was", async () => {
    const store = await openPostgresStore(server().url);
    const append = (n: number) =>
      store.append(
        delivery(
          Array.from({ length: 50 }, (_, index) =>
            record(n * 50 + index, { occurredAt: testNow - (n % 9) * dayMs }),
          ),
          { anonymizedUserId: `user-${n % 20}` },
        ),
      );
    for (let n = 0; n < 40; n += 1) await append(n);
    // Alone in their deliveries, and joined afterwards.
    const alone = Array.from({ length: 600 }, (_, n) => delivery([record(100_000 + n)]));
    await Promise.all(alone.map((each) => store.append(each)));
    await store.prune(0);
    await store.erase("user-3");

    const file = join(folder, "telemetry.dump");
    let isDumping = true;
    const dumping = execute(join(server().programs, "pg_dump"), ["-Fc", "-f", file, server().url]);
    const appending = (async () => {
      for (let n = 40; isDumping; n += 1) await append(n);
    })();
    await dumping.finally(() => {
      isDumping = false;
    });
    await appending;

    await server().query("CREATE DATABASE restored");
    const url = server().url.replace(/telemetry$/u, "restored");
    await execute(join(server().programs, "pg_restore"), ["--no-owner", "-d", url, file]);
    const restored = await openPostgresStore(url);
    const { event } = await restored.size();
    expect(event).toBeGreaterThanOrEqual(38 * 50 + alone.length);
    expect(event % 50).toBe(0);
    // What the backup lacks is sent again, what it has is known, and who was erased stays so.
    const { events } = await store.scan({ limit: 100_000 });
    await Promise.all(
      events.map((event) =>
        restored.append(delivery([event], { anonymizedUserId: event.anonymizedUserId })),
      ),
    );
    expect(await compareStores(store, restored)).toMatch(/what was not stored|number of rows/u);
    expect((await restored.size()).event).toBe((await store.size()).event);
    expect(await restored.append(delivery([record(150)], { anonymizedUserId: "user-3" }))).toEqual({
      accepted: 0,
      duplicates: 1,
    });
    await Promise.all([store.close(), restored.close()]);
  });
});
