import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { delayWhileVisible } from "./delayWhileVisible.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const see = (state: DocumentVisibilityState) => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
};

test("A page that is seen waits for as long as it is told to, once", () => {
  see("visible");
  const callback = vi.fn();
  delayWhileVisible(callback, 100);
  vi.advanceTimersByTime(99);
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  see("visible");
  expect(callback).toHaveBeenCalledOnce();
});

test("A page that is hidden waits until it is seen, and does not if it was told not to", () => {
  see("hidden");
  const callback = vi.fn();
  delayWhileVisible(callback, 100);
  const prevented = vi.fn();
  const prevent = delayWhileVisible(prevented, 100);
  vi.advanceTimersByTime(10_000);
  expect(callback).not.toHaveBeenCalled();
  prevent();
  see("visible");
  expect(callback).toHaveBeenCalledOnce();
  expect(prevented).not.toHaveBeenCalled();
});
