import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "./collector/createCollector.ts";
import type { EventStore } from "./store/EventStore.ts";
import { openSqliteStore } from "./store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testRequest } from "./testing/batches.ts";

const canary = "canary-7f3e9d2b";

let folder: string;
let store: EventStore;
let send: (request: Request, environment?: object) => Promise<Response>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "collector-"));
  store = openSqliteStore(join(folder, "events.db"));
  const { app } = createCollector({ store });
  send = async (request, environment) => app.fetch(request, environment);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Every file of the database as text, the write-ahead log included. */
function storedBytes(): string {
  const files = readdirSync(folder);
  expect(files).toContain("events.db-wal");
  return files.map((file) => readFileSync(join(folder, file), "latin1")).join("");
}

describe("what the database files hold", () => {
  it("holds the arguments that an event carries, in their column (positive control)", async () => {
    const event = testEvent(1, { arguments: { chosen: canary } });
    await send(testRequest(JSON.stringify(testBatch([event]))));
    expect(storedBytes()).toContain(canary);
    expect(await store.latest(1)).toMatchObject([
      { arguments: JSON.stringify({ chosen: canary }) },
    ]);
  });

  it("holds nothing of rejected events, refused batches and requests beside the body", async () => {
    const smuggled = [
      { ...testEvent(1), title: canary },
      { ...testEvent(2), name: `${canary} <b>` },
      { ...testEvent(3), arguments: canary },
      testEvent(4),
    ];
    const body = JSON.stringify({ ...testBatch([]), events: smuggled });
    const answer = await send(
      testRequest(body, {
        "user-agent": canary,
        referer: `https://${canary}.example/`,
        cookie: `id=${canary}`,
        authorization: `Bearer ${canary}`,
        "x-forwarded-for": canary,
      }),
      { incoming: { socket: { remoteAddress: canary } } },
    );
    expect(await answer.json()).toMatchObject({ accepted: 1 });
    await send(testRequest(JSON.stringify({ ...testBatch([testEvent(5)]), userName: canary })));
    expect(storedBytes()).toContain("git.blame.toggle");
    expect(storedBytes()).not.toContain(canary);
  });
});
