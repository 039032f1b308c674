import { expect, it } from "vitest";
import { waitFor } from "./waitFor.ts";

const hour = 3_600_000;

it.each([
  ["nothing was written down", undefined, false, 0],
  ["the moment is ahead", { at: 1500, attempt: 1, imposed: false }, false, 500],
  ["the moment is now", { at: 1000, attempt: 1, imposed: false }, false, 0],
  ["the moment has passed", { at: 900, attempt: 1, imposed: true }, false, 0],
  ["it is an hour ahead", { at: 1000 + hour, attempt: 1, imposed: true }, false, hour],
  ["it is further ahead than any wait", { at: 1001 + hour, attempt: 1, imposed: true }, false, 0],
  ["somebody asks for an attempt", { at: 1500, attempt: 1, imposed: false }, true, 0],
  ["the instance asked for the wait", { at: 1500, attempt: 1, imposed: true }, true, 500],
])("waits as long as it must when %s", (_when, retry, overrule, wait) => {
  expect(waitFor(retry, 1000, overrule)).toBe(wait);
});
