import { expect, test } from "vitest";
import { addTestCounts } from "./TestCounts.ts";

test("The counts of two runs add up", () => {
  const sum = addTestCounts(
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  );
  expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
