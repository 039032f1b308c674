import { expect, it } from "vitest";
import { countRejections } from "./countRejections.ts";

it("counts rejections by their reasons, sound or not, and no more than were sent", () => {
  const rejected = ["invalid-name", "invalid-name", "My File.ts", "invalid-time"].map((reason) => ({
    reason,
  }));
  expect(countRejections(rejected, 9)).toEqual({
    "rejected-invalid-name": 2,
    rejected: 1,
    "rejected-invalid-time": 1,
  });
  expect(countRejections(rejected, 2)).toEqual({ "rejected-invalid-name": 2 });
  expect(countRejections(undefined, 9)).toEqual({});
});
