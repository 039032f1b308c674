import { describe, expect, it } from "vitest";
import { correctTime } from "./correctTime.ts";
import { dayMs } from "../time/calendar.ts";

const now = Date.UTC(2026, 10, 22, 12);

describe("correctTime", () => {
  it.each([
    ["keeps a right clock", 0, -1000, -1000, "kept"],
    [
      "counts back from the receipt when the clock is a year ahead",
      365 * dayMs,
      -60_000,
      -60_000,
      "kept",
    ],
    [
      "counts back from the receipt when the clock is a year behind",
      -365 * dayMs,
      -60_000,
      -60_000,
      "kept",
    ],
    [
      "keeps the waiting time of an event that was offline for a week",
      0,
      -7 * dayMs,
      -7 * dayMs,
      "kept",
    ],
    ["sets an event that is a little ahead to its receipt", 0, 4 * 60_000, 0, "kept"],
    ["moves and counts an event more than five minutes ahead", 0, 6 * 60_000, 0, "future"],
    ["moves and counts an event of a year ahead", 0, 365 * dayMs, 0, "future"],
    ["moves and counts an event older than any queue", 0, -200 * dayMs, -93 * dayMs, "past"],
  ] as const)("%s", (_, skew, age, expectedAge, clock) => {
    const sentAt = now + skew;
    const corrected = correctTime({ clientTime: sentAt + age, sentAt, receivedAt: now });
    expect(corrected).toEqual({ occurredAt: now + expectedAge, clock });
  });
});
