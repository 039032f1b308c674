import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "./parseRetryAfter.ts";

const now = Date.UTC(2026, 10, 22, 16, 20, 0);

describe("parseRetryAfter", () => {
  it.each([
    ["0", 1000],
    ["1", 1000],
    ["120", 120_000],
    [" 7 ", 7000],
    ["3600", 3_600_000],
    ["3601", 3_600_000],
    ["-5", 1000],
    ["99999999999", 3_600_000],
    ["9".repeat(400), 3_600_000],
    ["Sun, 22 Nov 2026 16:20:30 GMT", 30_000],
    ["Sun, 22 Nov 2026 16:19:00 GMT", 1000],
    ["Thu, 01 Jan 1970 00:00:00 GMT", 1000],
    ["Fri, 31 Dec 9999 23:59:59 GMT", 3_600_000],
  ])("reads %j as %d ms", (header, delay) => {
    expect(parseRetryAfter(header, now)).toBe(delay);
  });

  it.each([
    "",
    "   ",
    "1e9",
    "0x10",
    "5, 10",
    "1.5",
    "+5",
    "soon",
    "2026-11-22",
    "Sun, 99 Foo 2026 00:00:00 GMT",
    "at Sun, 22 Nov 2026 16:20:30 GMT",
    "Sun, 22 Nov 2026 16:20:30 GMT (soon)",
    null,
  ])("takes %j for absent", (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});
