import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addToCountBlock, decodeCountBlock, encodeCountBlock } from "./countBlock.ts";

const block = fc
  .uniqueArray(fc.tuple(fc.nat(300), fc.nat(2 ** 40), fc.nat(200)), { selector: ([key]) => key })
  .map((rows) =>
    rows
      .sort(([a], [b]) => a - b)
      .map(([key, executions, synthetic]) => [key, { executions, synthetic }] as const),
  );

describe("a row of counts", () => {
  it("gives back what was put in", () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect([...decodeCountBlock(encodeCountBlock(new Map(rows)))]).toEqual(rows);
      }),
    );
  });

  it("has the sums of both after more was added", () => {
    fc.assert(
      fc.property(block, block, (some, others) => {
        const sums = new Map(some);
        for (const [key, { executions, synthetic }] of others) {
          const known = sums.get(key) ?? { executions: 0, synthetic: 0 };
          sums.set(key, {
            executions: known.executions + executions,
            synthetic: known.synthetic + synthetic,
          });
        }
        const bytes = some.length === 0 ? undefined : encodeCountBlock(new Map(some));
        expect(addToCountBlock(bytes, others)).toEqual(encodeCountBlock(sums));
      }),
    );
  });
});
