import { expect, test } from "vitest";
import { describeLoss } from "./describeLoss.ts";

const result = {
  peer: "posthog",
  scenario: "navigate",
  count: 1000,
  recorded: 1000,
  atOnce: 1000,
  inTheEnd: 1000,
  duplicatesOnTheWire: 0,
  duplicatesStored: 0,
};

test("one number says that reopening made no difference", () => {
  expect(describeLoss(result, false)).toBe("1,000");
});

test("two numbers say what had arrived before and after reopening", () => {
  expect(describeLoss({ ...result, atOnce: 418 }, false)).toBe("418 → 1,000");
});

test("what came twice is told, apart from what is kept twice", () => {
  const doubled = { ...result, duplicatesOnTheWire: 62, duplicatesStored: 3 };
  expect(describeLoss(doubled, false)).toBe("1,000 · 62 resent · 3 stored twice");
});

test("the time of the last arrival is told where it is asked for", () => {
  const late = { ...result, lastArrivalMs: 12_340 };
  expect(describeLoss(late, true)).toBe("1,000 · 12 s");
  expect(describeLoss(late, false)).toBe("1,000");
});

test("a trial that broke has no numbers", () => {
  expect(describeLoss({ ...result, failure: "It took too long." }, false)).toBe("failed");
});
