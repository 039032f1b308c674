import { describe, expect, test, vi } from "vitest";
import { createFakeClock } from "../testing/createFakeClock.ts";
import { createThrottle, shortestWait } from "./createThrottle.ts";

describe("A throttle", () => {
  test("runs once for a thousand requests, and not at all without one", () => {
    const clock = createFakeClock();
    const work = vi.fn();
    const throttle = createThrottle(work, clock);
    clock.advance(10_000);
    expect(work).not.toHaveBeenCalled();
    for (let count = 0; count < 1000; count++) throttle.request();
    expect(clock.pending()).toBe(1);
    clock.advance(shortestWait);
    expect(work).toHaveBeenCalledOnce();
    expect(clock.pending()).toBe(0);
  });

  test.each([1, 10, 100])(
    "takes less than a twentieth of the time with work of %i ms at a thousand requests a second",
    (cost) => {
      const clock = createFakeClock();
      let worked = 0;
      const throttle = createThrottle(() => {
        clock.spend(cost);
        worked += cost;
      }, clock);
      const start = clock.now();
      while (clock.now() - start < 60_000) {
        throttle.request();
        clock.advance(1);
      }
      expect(worked).toBeGreaterThan(0);
      expect(worked / (clock.now() - start)).toBeLessThan(0.05);
    },
  );

  test("is not put off for long by a single pause", () => {
    const clock = createFakeClock();
    const costs = [1, 500, 1, 1];
    const work = vi.fn(() => clock.spend(costs.shift() ?? 1));
    const throttle = createThrottle(work, clock);
    for (let count = 0; count < 3; count++) {
      throttle.request();
      clock.advance(100);
    }
    expect(work).toHaveBeenCalledTimes(3);
  });

  test("does nothing once it is closed, and leaves no timer", () => {
    const clock = createFakeClock();
    const work = vi.fn();
    const throttle = createThrottle(work, clock);
    throttle.request();
    throttle.close();
    throttle.request();
    expect(clock.pending()).toBe(0);
    clock.advance(10_000);
    expect(work).not.toHaveBeenCalled();
  });
});
