import { expect, it } from "vitest";
import { describeDrop } from "./describeDrop.ts";

it.each([
  ["queue-full", "Too many events were waiting, so the oldest made room."],
  ["http-400", "The instance refused the batch (400)."],
  ["http-413", "The event alone was too large for the instance."],
  ["rejected-invalid-time", "The instance refused the event: invalid time."],
  ["rejected", "The instance refused the event."],
  ["arguments-too-large", "Recorded without its arguments: they were too large."],
  ["arguments-not-json", "Recorded without its arguments: they could not be written down."],
  ["invalid-name", "Not recorded: its name is not valid."],
  ["constructor", "Another reason: constructor."],
  ["a-new-one", "Another reason: a new one."],
])("says %s in words", (reason, words) => {
  expect(describeDrop(reason)).toBe(words);
});
