import { describe, expect, it } from "vitest";
import { versionOfParts } from "./versionOfParts.ts";

const before = versionOfParts(["all_1_3_1", "all_4_4_0", "all_5_5_0"]);

describe("versionOfParts", () => {
  it("stays the same when parts are merged", () => {
    expect(versionOfParts(["all_5_5_0", "all_1_4_2"])).toBe(before);
    expect(versionOfParts(["all_1_5_2"])).toBe(before);
  });

  it.each([
    ["another insert", ["all_1_5_2", "all_6_6_0"]],
    ["an insert that has begun before another that was seen", ["all_1_3_1", "all_5_5_0"]],
    ["a mutation of some parts", ["all_1_3_1_6", "all_4_4_0", "all_5_5_0"]],
    ["a mutation of all parts", ["all_1_3_1_6", "all_4_4_0_6", "all_5_5_0_6"]],
    ["a second mutation", ["all_1_5_2_7"]],
  ])("is another after %s", (_, parts) => {
    expect(versionOfParts(parts)).not.toBe(before);
  });
});
