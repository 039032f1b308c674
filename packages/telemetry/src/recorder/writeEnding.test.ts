import { describe, expect, it } from "vitest";
import { allowsArguments } from "./ArgumentsPolicy.ts";
import { writeEnding } from "./writeEnding.ts";

const of = "019aac4c-6a00-7000-8000-000000000001";

describe("The end of an event", () => {
  it("is nothing unless it is of an execution", () => {
    expect(writeEnding({})).toBe("");
    expect(writeEnding({ outcome: "failed", durationMs: 5 })).toBe("");
  });

  it.each([0, 1.5, 86_400_000])("tells a duration of %d ms", (durationMs) => {
    expect(writeEnding({ outcome: "failed", durationMs, of })).toBe(
      `,"outcome":"failed","durationMs":${durationMs},"of":"${of}"`,
    );
  });

  it.each([-1, 86_400_001, Number.NaN, Number.POSITIVE_INFINITY, "5", null, undefined])(
    "leaves out a duration of %s",
    (durationMs) => {
      expect(writeEnding({ outcome: "succeeded", durationMs, of })).toBe(
        `,"outcome":"succeeded","of":"${of}"`,
      );
    },
  );

  it("is unsound with another outcome or ID", () => {
    expect(writeEnding({ outcome: "exploded", of })).toBeUndefined();
    expect(writeEnding({ outcome: "failed", of: "a" })).toBeUndefined();
  });
});

describe("A policy for arguments", () => {
  it.each([
    [undefined, true],
    [true, true],
    [false, false],
    [() => true, true],
    [() => false, false],
    [() => "yes" as unknown as boolean, false],
    [
      () => {
        throw new Error("cannot be read");
      },
      false,
    ],
  ])("%s allows them: %j", (policy, isAllowed) => {
    expect(allowsArguments(policy)).toBe(isAllowed);
  });
});
