import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import { LiveStreams } from "./LiveStreams.ts";

let store: EventStore;
let live: LiveStreams;
let looks: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  store = openSqliteStore(":memory:");
  looks = 0;
  live = new LiveStreams({
    end: () => store.end(),
    scan: (options) => {
      looks += 1;
      return store.scan(options);
    },
  });
});
afterEach(async () => {
  live.close();
  await store.close();
  vi.useRealTimers();
});

function open(): ReadableStreamDefaultReader<string> {
  const stream = live.open();
  if (stream === undefined) throw new Error("There is no room.");
  return stream.pipeThrough(new TextDecoderStream()).getReader();
}

const aSecond = () => vi.advanceTimersByTimeAsync(1000);

describe("LiveStreams", () => {
  it("tells of what another collector has stored, once", async () => {
    const reader = open();
    const opened = (await reader.read()).value;
    const start = JSON.stringify({ end: await store.end() });
    expect(opened).toBe(`retry: 1000\nevent: open\ndata: ${start}\n\n`);
    await aSecond();
    await store.append(delivery([record(1), record(2)]));
    const told = reader.read();
    await aSecond();
    const end = JSON.stringify({ end: await store.end() });
    expect((await told).value).toBe(`event: stored\ndata: ${end}\n\n`);
    const more = reader.read();
    const isTold = vi.fn();
    void more.then(isTold);
    for (let second = 0; second < 10; second += 1) await aSecond();
    expect(isTold).not.toHaveBeenCalled();
    await store.append(delivery([record(3)]));
    await aSecond();
    expect((await more).value).toContain("stored");
  });

  it("tells of what another process has stored in the same database", async () => {
    const folder = mkdtempSync(join(tmpdir(), "collector-live-"));
    const [here, elsewhere] = [1, 2].map(() => openSqliteStore(join(folder, "events.db")));
    if (here === undefined || elsewhere === undefined) throw new Error("There are two stores.");
    const streams = new LiveStreams(here);
    const reader = streams.open()?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await aSecond();
    await elsewhere.append(delivery([record(1)]));
    const told = reader?.read();
    await aSecond();
    expect((await told)?.value).toContain("stored");
    streams.close();
    await Promise.all([here.close(), elsewhere.close()]);
    rmSync(folder, { recursive: true });
  });

  it("tells at once of what was stored here", async () => {
    const reader = open();
    await reader.read();
    live.announce();
    expect((await reader.read()).value).toBe("event: stored\ndata: {}\n\n");
  });

  it("does not ask the database while nobody watches", async () => {
    const reader = open();
    await aSecond();
    await aSecond();
    expect(looks).toBeGreaterThan(0);
    await reader.cancel();
    const before = looks;
    await aSecond();
    await aSecond();
    expect(looks).toBe(before);
  });

  it("goes on when the database did not answer for a while", async () => {
    const reader = open();
    await reader.read();
    await aSecond();
    const scan = vi.spyOn(store, "scan").mockRejectedValueOnce(new Error("down"));
    await aSecond();
    expect(scan).toHaveBeenCalled();
    await store.append(delivery([record(1)]));
    const told = reader.read();
    await aSecond();
    expect((await told).value).toContain("stored");
  });
});
