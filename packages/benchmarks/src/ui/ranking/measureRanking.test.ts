import { describe, expect, it } from "vitest";
import { createHeldBackQueries } from "./createHeldBackQueries.ts";
import { measureRanking } from "./measureRanking.ts";
import type { Ranker } from "./Ranker.ts";
import { rankers } from "./rankers.ts";
import { readCorpus } from "./readCorpus.ts";
import { worldCorpus, worldQueries } from "./worldQueries.ts";

const corpus = await readCorpus();
const [ours] = rankers;

function rankerThatFinds(...ids: readonly string[]): Ranker {
  return { name: "Fixed", settings: "", prepare: () => () => ids };
}

describe("Measuring a ranker", () => {
  const queries = [
    { kind: "one", query: "x", expected: ["a"] },
    { kind: "two", query: "y", expected: ["c", "b"] },
    { kind: "two", query: "z", expected: ["d"] },
  ];

  it("counts where the first expected document is found, and what is not found as nothing", () => {
    const result = measureRanking(rankerThatFinds("a", "b"), [], queries);
    expect(result).toMatchObject({ queries: 3, reciprocalRank: (1 + 0.5) / 3, top: 1 / 3 });
    expect(result.scoreByKind.get("two")).toEqual({ queries: 2, reciprocalRank: 0.25, top: 0 });
  });
});

describe("Made queries", () => {
  const made = createHeldBackQueries(corpus.documents, { seed: 1, perKind: 10 });

  it("are the same for the same seed, and others for another", () => {
    expect(createHeldBackQueries(corpus.documents, { seed: 1, perKind: 10 })).toEqual(made);
    expect(createHeldBackQueries(corpus.documents, { seed: 2, perKind: 10 })).not.toEqual(made);
  });

  it("are of many kinds, and each expects some document", () => {
    expect(new Set(made.map(({ kind }) => kind)).size).toBeGreaterThan(8);
    expect(made.every(({ expected }) => expected.length > 0)).toBe(true);
  });
});

describe("Our ranking", () => {
  it.each([7, 77, 777])("finds what is meant by queries made with the seed %i", (seed) => {
    const queries = createHeldBackQueries(corpus.documents, { seed, perKind: 20 });
    const result = ours && measureRanking(ours, corpus.documents, queries);
    expect(result?.reciprocalRank).toBeGreaterThan(0.95);
    expect(result?.top).toBeGreaterThan(0.92);
  });

  it("finds titles in other scripts among all others", () => {
    const all = [...corpus.documents, ...worldCorpus];
    const result = ours && measureRanking(ours, all, worldQueries);
    expect(result?.reciprocalRank).toBeGreaterThan(0.9);
  });

  it.skipIf(!corpus.isShared)(
    "finds what is meant by the given queries (skipped where the shared corpus is not there)",
    () => {
      const result = ours && measureRanking(ours, corpus.documents, corpus.queries);
      expect(result?.reciprocalRank).toBeGreaterThan(0.95);
      expect(result?.top).toBeGreaterThan(0.92);
    },
  );
});
