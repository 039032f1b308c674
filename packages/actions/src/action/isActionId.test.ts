import { expect, it } from "vitest";

import { isActionId } from "./isActionId.ts";

it.each([
  "a",
  "A9",
  "goToDefinition.preloaded",
  "git.blame.toggle",
  "acme/tools/run-it_now",
  "0",
  "a".repeat(128),
])("accepts %s", (id) => {
  expect(isActionId(id)).toBe(true);
});

it.each([
  "",
  "a".repeat(129),
  ".a",
  "_a",
  "-a",
  "/a",
  "../../x",
  "a b",
  "a\n",
  "a\r\nX: y",
  "=1+1",
  "<script>",

  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "é",
  "🎉",
  "a\0",
  null,
  undefined,
  1,
  {},
  ["a"],
])("refuses %j", (id) => {
  expect(isActionId(id)).toBe(false);
});
