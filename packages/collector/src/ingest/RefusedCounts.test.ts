import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import type { Delivery } from "../store/EventRecord.ts";
import { dayMs } from "../time/calendar.ts";
import { RefusedCounts } from "./RefusedCounts.ts";

const append = vi.fn(async ({ events }: Delivery) => ({ accepted: events.length, duplicates: 0 }));
let counts: RefusedCounts;
beforeEach(() => {
  vi.useFakeTimers();
  append.mockClear();
  counts = new RefusedCounts({ append });
});
afterEach(() => {
  vi.useRealTimers();
});

const refused = (count: number, reason = "too-many-names", receivedAt = 0) =>
  delivery([], { receivedAt, tallies: [{ kind: "rejected", reason, count }] });

describe("refused events", () => {
  it("are counted together, once a second, in nobody's name", async () => {
    expect(await counts.append(refused(3))).toEqual({ accepted: 0, duplicates: 0 });
    await counts.append(refused(4));
    await counts.append(refused(1, "malformed-name"));
    expect(append).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    expect(append).toHaveBeenCalledTimes(1);
    expect(append.mock.lastCall?.[0]).toMatchObject({
      anonymizedUserId: "",
      events: [],
      tallies: [
        { kind: "rejected", reason: "too-many-names", count: 7 },
        { kind: "rejected", reason: "malformed-name", count: 1 },
      ],
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(append).toHaveBeenCalledTimes(1);
  });

  it("are counted on the day they came", async () => {
    await counts.append(refused(1, "too-many-names", dayMs - 1));
    await counts.append(refused(2, "too-many-names", dayMs));
    await counts.flush();
    expect(append.mock.calls.map(([{ receivedAt, tallies }]) => [receivedAt, tallies])).toEqual([
      [dayMs - 1, [{ kind: "rejected", reason: "too-many-names", count: 1 }]],
      [dayMs, [{ kind: "rejected", reason: "too-many-names", count: 2 }]],
    ]);
  });

  it("are counted when the database is back", async () => {
    append.mockRejectedValueOnce(new Error("down"));
    await counts.append(refused(3));
    await counts.flush();
    await counts.append(refused(4));
    await counts.flush();
    expect(append.mock.lastCall?.[0].tallies).toEqual([
      { kind: "rejected", reason: "too-many-names", count: 7 },
    ]);
  });
});

it("waits a second at most for a database that hangs, when the collector stops", async () => {
  vi.useRealTimers();
  append.mockReturnValueOnce(new Promise(() => undefined));
  await counts.append(refused(1));
  await counts.close();
  expect(append).toHaveBeenCalledTimes(1);
});

describe("what has to be committed first", () => {
  it.each([
    ["events", delivery([record(1)], { tallies: refused(1).tallies })],
    [
      "drops that a client reports",
      delivery([], { tallies: [{ kind: "dropped", reason: "queue-full", count: 1 }] }),
    ],
  ])("%s", async (_, whole) => {
    await counts.append(whole);
    expect(append.mock.calls).toEqual([[whole]]);
  });
});
