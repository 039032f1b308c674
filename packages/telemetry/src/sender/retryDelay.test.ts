import { expect, it } from "vitest";
import { systemRandom } from "../platform/systemRandom.ts";
import { retryDelay } from "./retryDelay.ts";
import { waitFor } from "./waitFor.ts";

const least = (length: number) => new Uint8Array(length);
const most = (length: number) => new Uint8Array(length).fill(0xff);

it.each([
  [1, 2000],
  [2, 4000],
  [3, 8000],
  [4, 16_000],
  [5, 16_000],
  [6, 17_000],
  [48, 59_000],
  [49, 60_000],
  [100, 60_000],
  [100_000, 60_000],
])("waits after %d failures between one second and %d ms", (attempt, bound) => {
  expect(retryDelay(attempt, least)).toBe(1000);
  expect(retryDelay(attempt, most)).toBeCloseTo(bound, 3);
});

it("spreads over the whole range", () => {
  const delays = Array.from({ length: 500 }, () => retryDelay(100, systemRandom));
  expect(Math.min(...delays)).toBeLessThan(5000);
  expect(Math.max(...delays)).toBeGreaterThan(56_000);
});

it("waits for a moment ahead, unless it lies further ahead than any wait", () => {
  const retry = { at: 10_000, attempt: 1, imposed: false };
  expect(waitFor(undefined, 0)).toBe(0);
  expect(waitFor(retry, 4000)).toBe(6000);
  expect(waitFor(retry, 10_000)).toBe(0);
  expect(waitFor({ ...retry, at: 4_070_908_800_000 }, 0)).toBe(0);
  expect(waitFor({ ...retry, at: Number.NaN }, 0)).toBe(0);
});

it("is overruled, unless the instance asked for it", () => {
  const retry = { at: 10_000, attempt: 1, imposed: false };
  expect(waitFor(retry, 4000, true)).toBe(0);
  expect(waitFor({ ...retry, imposed: true }, 4000, true)).toBe(6000);
});
