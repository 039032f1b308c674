import { expect, test, vi } from "vitest";
import { createListeners } from "./createListeners.ts";

test("one connection serves all, begins with the first and ends with the last", () => {
  const log: string[] = [];
  let notify: () => void = () => undefined;
  const { add: subscribe } = createListeners((listener) => {
    notify = listener;
    log.push("begin");
    return () => void log.push("end");
  });
  const [first, second] = [vi.fn(), vi.fn()];
  const [endFirst, endSecond] = [subscribe(first), subscribe(second)];
  notify();
  endFirst();
  notify();
  expect([first.mock.calls.length, second.mock.calls.length, log]).toEqual([1, 2, ["begin"]]);
  endSecond();
  endSecond();
  expect(log).toEqual(["begin", "end"]);
  subscribe(first);
  expect(log).toEqual(["begin", "end", "begin"]);
});

test("a listener that goes while others are told is told no more", () => {
  let notify: () => void = () => undefined;
  const { add: subscribe } = createListeners((listener) => {
    notify = listener;
    return () => undefined;
  });
  const second = vi.fn();
  subscribe(() => endSecond());
  const endSecond = subscribe(second);
  notify();
  expect(second).not.toHaveBeenCalled();
});
