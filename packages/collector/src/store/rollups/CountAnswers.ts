import type { Outcome } from "@action-telemetry/event-schema";
import type {
  BucketCount,
  CompletionCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  Selection,
  SurfaceCount,
  Totals,
} from "../Selection.ts";
import { bitsAt } from "./bitsAt.ts";
import { compare } from "./compare.ts";
import type { CountQuery, CountVisits } from "./CountQuery.ts";
import { type PackedSeries, SeriesPacker, unpackSeries } from "./PackedSeries.ts";
import { PeopleBits } from "./PeopleBits.ts";

/** Answers questions about counts by adding up their parts. */
export class CountAnswers {
  readonly #source: CountVisits;

  constructor(source: CountVisits) {
    this.#source = source;
  }

  totals(selection: Selection): Totals {
    let [executions, synthetic] = [0, 0];
    const names = new Set<string>();
    const query: CountQuery = { selection, by: "name", isByBucket: false };
    this.#source.visitCounts(query, (_, name, some, scripts) => {
      executions += some;
      synthetic += scripts;
      if (some > 0) names.add(name);
    });
    const users = new PeopleBits();
    this.#source.visitPeople({ ...query, by: "all" }, (_, __, addTo) => addTo(users));
    return { executions, users: users.count(), names: names.size, synthetic };
  }

  series(selection: Selection): readonly BucketCount[] {
    const query: CountQuery = { selection, by: "all", isByBucket: true };
    const executions = new Map<number, number>();
    this.#source.visitCounts(query, (bucket, _, some) => add(executions, bucket, some));
    const users = new Map<number, PeopleBits>();
    this.#source.visitPeople(query, (bucket, _, addTo) => addTo(bitsAt(users, bucket)));
    return [...executions]
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => a - b)
      .map(([bucket, count]) => ({
        bucket,
        executions: count,
        users: users.get(bucket)?.count() ?? 0,
      }));
  }

  seriesBy(selection: Selection, dimension: Dimension): readonly KeyBucketCount[] {
    return unpackSeries(this.packedSeriesBy(selection, dimension));
  }

  packedSeriesBy(selection: Selection, dimension: Dimension): PackedSeries {
    const packer = new SeriesPacker();
    this.#source.visitCounts(
      { selection, by: dimension, isByBucket: true },
      (bucket, key, executions) => packer.add(bucket, key, executions),
    );
    return packer.pack();
  }

  breakdown(selection: Selection, dimension: Dimension): readonly KeyCount[] {
    const query: CountQuery = { selection, by: dimension, isByBucket: false };
    const executions = new Map<string, number>();
    this.#source.visitCounts(query, (_, key, some) => add(executions, key, some));
    const users = new Map<string, PeopleBits>();
    this.#source.visitPeople(query, (_, key, addTo) => addTo(bitsAt(users, key)));
    return positive(executions)
      .map(([key, count]) => ({ key, executions: count, users: users.get(key)?.count() ?? 0 }))
      .sort((a, b) => b.executions - a.executions || compare(a.key, b.key));
  }

  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]): number {
    const asked = new Set(keys);
    const users = new PeopleBits();
    this.#source.visitPeople(
      { selection, by: dimension, isByBucket: false },
      (_, key, addTo) => asked.has(key) && addTo(users),
    );
    return users.count();
  }

  surfacesByName(selection: Selection): readonly SurfaceCount[] {
    const counts = new Map<string, number>();
    const query: CountQuery = { selection, by: "nameSurface", isByBucket: false };
    this.#source.visitCounts(query, (_, key, some) => add(counts, key, some));
    return positive(counts)
      .map(([key, executions]) => {
        const [name = "", surface = ""] = key.split("\n");
        return { name, surface, executions };
      })
      .sort(
        (a, b) =>
          compare(a.name, b.name) || b.executions - a.executions || compare(a.surface, b.surface),
      );
  }

  completions(selection: Selection): readonly CompletionCount[] {
    const counts = new Map<string, number>();
    const query: CountQuery = { selection, by: "completion", isByBucket: false };
    this.#source.visitCounts(query, (_, key, some) => add(counts, key, some));
    return [...counts].map(([key, count]) => completionOf(key, count)).sort(compareCompletions);
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function positive(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].filter(([, count]) => count > 0);
}

function completionOf(key: string, count: number): CompletionCount {
  const [name = "", outcome = "", step = ""] = key.split("\n");
  return {
    name,
    outcome: outcome as Outcome,
    ...(step !== "" && { step: Number(step) }),
    count,
  };
}

function compareCompletions(a: CompletionCount, b: CompletionCount): number {
  return (
    compare(a.name, b.name) || compare(a.outcome, b.outcome) || (a.step ?? -1) - (b.step ?? -1)
  );
}
