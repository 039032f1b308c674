import { Buffer } from "node:buffer";
import fc from "fast-check";
import { expect, it } from "vitest";
import { utf8Length } from "./utf8Length.ts";

it("counts as an encoder would, also halves of surrogate pairs", () => {
  const text = fc.array(fc.constantFrom("a", "ä", "€", "😀", "\ud800", "\udc00", "\0", "\uffff"));
  const holds = fc.property(text, (parts) => {
    const whole = parts.join("");
    return utf8Length(whole) === Buffer.byteLength(whole);
  });
  expect(fc.check(holds).failed).toBe(false);
});
