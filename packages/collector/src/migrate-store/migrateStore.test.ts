import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import { openStore } from "../store/openStore.ts";
import { testEventId, testNow } from "../testing/batches.ts";
import { lacksPostgres, postgresNote } from "../testing/findPostgres.ts";
import { keptError } from "../testing/keptError.ts";
import { usePostgres } from "../testing/usePostgres.ts";
import { spawnCollector } from "../testing/startProcess.ts";
import { dayMs } from "../time/calendar.ts";
import { compareStores } from "./compareStores.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "collector-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string) => pathToFileURL(join(folder, name)).href;

async function withStores<Value>(
  urls: readonly string[],
  action: (...stores: readonly Awaited<ReturnType<typeof openStore>>[]) => Promise<Value>,
): Promise<Value> {
  const stores = await Promise.all(urls.map((url) => openStore(url)));
  try {
    return await action(...stores);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
}

/** Something of everything, and many events. */
async function fill(url: string, users: number): Promise<void> {
  await withStores([url], async (store) => {
    if (store === undefined) return;
    for (let user = 0; user < users; user += 1) {
      const events = Array.from({ length: 100 }, (_, n) =>
        record(user * 100 + n, {
          name: `action.${(user + n) % 17}`,
          occurredAt: testNow - ((user * 7 + n) % 60) * dayMs,
          ...(n % 10 === 0 && { arguments: '{"lines":12}' }),
          ...(n % 10 === 1 && {
            of: testEventId(user * 100 + n - 1),
            outcome: "succeeded",
            durationMs: n,
          }),
        }),
      );
      const tallies = [{ kind: "dropped", reason: "queue-full", count: user + 1 }] as const;
      await store.append(delivery(events, { anonymizedUserId: `user-${user}`, tallies }));
    }
    await store.keepPing(4, "a ping");
    await store.keepError(testNow, keptError(1));
    await store.erase("user-3");
    const old = { receivedAt: testNow - 100 * dayMs };
    const gone = record(0, { name: "gone.run", arguments: '{"lines":12}' });
    await store.append(delivery([gone], { ...old, anonymizedUserId: "user-old" }));
    await store.prune(testNow);
  });
}

function run(from: string, to: string) {
  return spawnCollector({ HOME: folder }, ["migrate-store", "--from", from, "--to", to]);
}

describe("migrate-store", () => {
  it("copies everything, says so, and refuses to mix it with another history", async () => {
    await fill(file("one.db"), 10);
    const first = run(file("one.db"), file("two.db"));
    expect(await first.ended).toBe(0);
    expect(first.output()).toMatch(/100 %.*\nBoth databases agree\. Rows: .*900 event/u);
    await fill(file("three.db"), 1);
    const second = run(file("one.db"), file("three.db"));
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain("The target is not empty");
    const again = run(file("one.db"), file("two.db"));
    expect(await again.ended).toBe(1);
  });

  it("prints its help, and says what it lacks", async () => {
    const help = spawnCollector({}, ["migrate-store", "--help"]);
    expect(await help.ended).toBe(0);
    expect(help.output()).toContain("PGPASSWORD");
    const lacking = spawnCollector({}, ["migrate-store", "--from", "file:///x.db"]);
    expect(await lacking.ended).toBe(1);
    expect(lacking.output()).toContain("Expected --from <url> and --to <url>");
  });

  it("repeats no secret of an address that is none", async () => {
    const { ended, output } = run("mysql://root:hunter2@db/x", file("x.db"));
    expect(await ended).toBe(1);
    expect(output()).toMatch(/--from has the scheme "mysql"/u);
    expect(output()).not.toContain("hunter2");
  });

  it("finds what differs between two stores", async () => {
    await fill(file("one.db"), 4);
    await fill(file("two.db"), 4);
    await withStores([file("one.db"), file("two.db")], async (one, other) => {
      if (one === undefined || other === undefined) return;
      expect(await compareStores(one, other)).toBeUndefined();
      await other.append(delivery([record(99_999)]));
      expect(await compareStores(one, other)).toBe("the number of rows");
      await one.append(delivery([record(99_998)]));
      expect(await compareStores(one, other)).toMatch(/events$/u);
    });
  });
});

describe.skipIf(lacksPostgres)(`migrate-store with PostgreSQL${postgresNote}`, () => {
  const server = usePostgres();
  beforeAll(async () => {});

  it("leads from a file to PostgreSQL and back, and every answer stays the same", async () => {
    await fill(file("one.db"), 60);
    const there = run(file("one.db"), server().url);
    expect(await there.ended).toBe(0);
    const back = run(server().url, file("two.db"));
    expect(await back.ended).toBe(0);
    await withStores([file("one.db"), file("two.db")], async (one, two) => {
      if (one === undefined || two === undefined) return;
      expect(await compareStores(one, two)).toBeUndefined();
      expect((await two.size()).event).toBe(5900);
    });
  });

  it("goes on after it was killed, from the same source and from no other", async () => {
    await fill(file("one.db"), 150);
    const target = await server().createSchema();
    const first = run(file("one.db"), target);
    const { stdout, stderr } = first.child;
    for (const stream of [stdout, stderr]) {
      stream?.on("data", () => /\d+ %/u.test(first.output()) && first.child.kill("SIGKILL"));
    }
    expect(await first.ended).toBe("SIGKILL");
    const size = await withStores([target], async (store) => store?.size());
    expect(size?.event).toBeLessThan(14_900);
    await fill(file("other.db"), 1);
    const other = run(file("other.db"), target);
    expect(await other.ended).toBe(1);
    expect(other.output()).toContain("unfinished copy of another store");
    const again = run(file("one.db"), target);
    expect(await again.ended).toBe(0);
    expect(again.output()).toContain("14,900 event");
  });
});
