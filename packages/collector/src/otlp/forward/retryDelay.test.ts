import { expect, it } from "vitest";
import { retryDelay } from "./retryDelay.ts";

const now = Date.UTC(2026, 10, 22, 12);

it.each([
  ["seconds", "7", 7000],
  ["a date", "Sun, 22 Nov 2026 12:00:30 GMT", 30_000],
  ["too long", "86400", 300_000],
  ["nothing", "0", 1000],
  ["a date that is over", "Sun, 22 Nov 2026 11:00:00 GMT", 1000],
])("waits as long as the receiver asks for, within bounds: %s", (_what, text, expected) => {
  expect(retryDelay(text, 0, now, 0.5)).toBe(expected);
});

it.each([undefined, "", "-5", "0x10", "soon", "5, 10", "99999999999"])(
  "waits up to twice as long each time where it asks for %j",
  (text) => {
    expect([0, 1, 2, 3].map((attempt) => retryDelay(text, attempt, now, 1))).toEqual([
      2000, 4000, 8000, 16_000,
    ]);
    expect(retryDelay(text, 0, now, 0)).toBe(1000);
    expect(retryDelay(text, 1000, now, 1)).toBe(300_000);
  },
);
