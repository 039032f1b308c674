import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createRefresher } from "./createRefresher.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

/** A refresher whose loads take a while, and when each of them began. */
function setUp(tookMs: number) {
  const begun: number[] = [];
  const start = performance.now();
  const refresh = createRefresher(async () => {
    begun.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, tookMs));
  });
  return { begun, refresh };
}

it("The page loads the moment it hears of something new, and no more without it", async () => {
  const { begun, refresh } = setUp(100);
  refresh();
  await vi.advanceTimersByTimeAsync(60_000);
  refresh();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun).toEqual([0, 60_000]);
});

it.each([
  [100, 800],
  [400, 1600],
])(
  "What happens during a load of %d ms is loaded once more, %d ms after that load began",
  async (tookMs, next) => {
    const { begun, refresh } = setUp(tookMs);
    for (let news = 0; news < 5; news += 1) refresh();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toEqual([0, next]);
  },
);
