import type { Ranker } from "./Ranker.ts";
import type { CorpusDocument, RankingQuery } from "./RankingQuery.ts";

/** How well a ranker does on some queries. */
export interface RankingScore {
  readonly queries: number;
  /** The mean reciprocal rank of the first expected document, from 0 to 1. */
  readonly reciprocalRank: number;
  /** The share of queries whose first result is expected, from 0 to 1. */
  readonly top: number;
}

/** A ranker on all queries, and on those of each kind. */
export interface RankingResult extends RankingScore {
  readonly ranker: Ranker;
  readonly scoreByKind: ReadonlyMap<string, RankingScore>;
}

/** Asks a ranker every query. */
export function measureRanking(
  ranker: Ranker,
  corpus: readonly CorpusDocument[],
  queries: readonly RankingQuery[],
): RankingResult {
  const search = ranker.prepare(corpus);
  const ranksByKind = new Map<string, number[]>();
  for (const { kind, query, expected } of queries) {
    const place = search(query).findIndex((id) => expected.includes(id));
    const ranks = ranksByKind.get(kind) ?? [];
    ranks.push(place + 1);
    ranksByKind.set(kind, ranks);
  }
  const scores = [...ranksByKind].map(([kind, ranks]) => [kind, scoreOf(ranks)] as const);
  return { ranker, ...scoreOf([...ranksByKind.values()].flat()), scoreByKind: new Map(scores) };
}

/** @param ranks - Counted from 1; 0: not found. */
function scoreOf(ranks: readonly number[]): RankingScore {
  const sum = ranks.reduce((total, rank) => total + (rank === 0 ? 0 : 1 / rank), 0);
  return {
    queries: ranks.length,
    reciprocalRank: sum / ranks.length,
    top: ranks.filter((rank) => rank === 1).length / ranks.length,
  };
}
