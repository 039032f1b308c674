import { testEventId, testNow } from "../batches.ts";
import { type Period, bucketOf } from "../../time/calendar.ts";
import type { Delivery, EventRecord } from "../../store/EventRecord.ts";
import type { Selection } from "../../store/Selection.ts";

/** The UTC day of `testNow`. */
export const today = bucketOf("day", testNow);

/** The seven days that end with `today`. */
export const week: Period = { unit: "day", first: today - 6, last: today };

/** The actions of that week. */
export const actions: Selection = { period: week, kind: "action" };

/** The n-th record: an action, run from the toolbar at `testNow`. */
export function record(n: number, changes: Partial<EventRecord> = {}): EventRecord {
  const times = { clientTime: testNow, occurredAt: testNow, clock: "kept" } as const;
  const flags = { kind: "action", alt: false, trusted: true } as const;
  return { id: testEventId(n), name: "a.run", surface: "toolbar", ...flags, ...times, ...changes };
}

/** Records of one user, received at `testNow`. */
export function delivery(
  events: readonly EventRecord[],
  changes: Partial<Delivery> = {},
): Delivery {
  return {
    receivedAt: testNow,
    source: "WEB",
    anonymizedUserId: "user-1",
    sourcegraphURL: "https://instance.example",
    platform: "web",
    client: { name: "test", version: "1.0.0" },
    events,
    tallies: [],
    ...changes,
  };
}
