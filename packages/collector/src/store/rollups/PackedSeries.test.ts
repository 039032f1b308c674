import { describe, expect, it } from "vitest";
import { SeriesPacker, unpackSeries } from "./PackedSeries.ts";

describe("a packed series", () => {
  it("adds up by bucket and key, gives both in order, and loses nothing on the way to another thread", () => {
    const packer = new SeriesPacker();
    packer.add(20_001, "a", 1);
    packer.add(20_000, "b", 2 ** 40);
    packer.add(20_000, "", 3);
    packer.add(20_000, "b", 1);
    packer.add(20_001, "c", 0);
    expect(unpackSeries(structuredClone(packer.pack()))).toEqual([
      { bucket: 20_000, key: "", executions: 3 },
      { bucket: 20_000, key: "b", executions: 2 ** 40 + 1 },
      { bucket: 20_001, key: "a", executions: 1 },
    ]);
    expect(unpackSeries(new SeriesPacker().pack())).toEqual([]);
  });
});
