import { afterEach, beforeEach, expect, it } from "vitest";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import type { Log } from "../log/Log.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testNow } from "../testing/batches.ts";
import { dayMs, hourMs } from "../time/calendar.ts";
import { createUpkeep } from "./createUpkeep.ts";

let store: EventStore;
let now: number;
let lines: unknown[];
let ending: AbortController;
beforeEach(() => {
  ending = new AbortController();
  store = openSqliteStore(":memory:");
  now = testNow;
  lines = [];
});
afterEach(() => store.close());

const log: Log = {
  write: (level, entry) => lines.push([level, entry]),
  trouble: (part) => lines.push(part),
};
const upkeepOf = (days: number) =>
  createUpkeep({
    store,
    clock: { now: () => now },
    retentionDays: days,
    log,
    ending: ending.signal,
  });

it("deletes what is too old, and says how much", async () => {
  await store.append(delivery([record(1)]));
  const upkeep = upkeepOf(30);
  await upkeep();
  expect(lines).toEqual([]);
  now += 31 * dayMs;
  await upkeep();
  expect(await store.latest(1)).toEqual([]);
  expect(lines).toEqual([["info", { event: "upkeep", deleted: 1, seconds: 0 }]]);
});

it("is done by one of several collectors, until that one is gone", async () => {
  await store.append(delivery([record(1)]));
  const [first, second] = [upkeepOf(365), upkeepOf(0)];
  await first();
  now += 0.5 * hourMs;
  await second();
  expect(await store.latest(1)).toHaveLength(1);
  now += 0.5 * hourMs;
  await second();
  expect(await store.latest(1)).toEqual([]);
});

it("says that it failed, and rejects nothing", async () => {
  await store.close();
  await upkeepOf(30)();
  expect(lines).toEqual(["upkeep"]);
  ending.abort();
  await upkeepOf(30)();
  expect(lines).toEqual(["upkeep"]);
  store = openSqliteStore(":memory:");
});
