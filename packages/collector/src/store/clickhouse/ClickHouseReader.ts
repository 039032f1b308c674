import { type Period, daysOf } from "../../time/calendar.ts";
import type { Tally } from "../EventRecord.ts";
import { type FirstAsked, firstQuestions } from "../rollups/firstQuestions.ts";
import type {
  BucketCount,
  CompletionCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  NameSpan,
  Selection,
  SurfaceCount,
  Totals,
} from "../Selection.ts";
import { CountSource, type CountSourceOptions } from "./CountSource.ts";
import { conditionsOf } from "./FactQuestion.ts";
import {
  mergeBreakdowns,
  mergeCompletions,
  mergeNames,
  mergeSeries,
  mergeSeriesBy,
  mergeSurfaces,
  mergeTallies,
  sum,
} from "../mergeAnswers.ts";
import type { StatementRunner } from "./StatementRunner.ts";

/** Answers questions. Hours come from the events themselves, longer units from the sums and what is not in them yet. */
export class ClickHouseReader {
  readonly #source: CountSource;
  #ahead: Promise<void> | undefined;

  constructor(runner: StatementRunner, options?: CountSourceOptions) {
    this.#source = new CountSource(runner, options);
  }

  /** Begins to ask what is asked first, so that who opens a page after the start finds it read. */
  warm(): void {
    this.#begin(async () => {
      const day = Math.max(...(await this.names()).map(({ last }) => last));
      if (!Number.isFinite(day)) return;
      const asked: FirstAsked = {
        series: (selection) => this.series(selection),
        totals: (selection) => this.totals(selection),
        breakdown: (selection, dimension) => this.breakdown(selection, dimension),
        surfacesByName: (selection) => this.surfacesByName(selection),
        packedSeriesBy: (selection, dimension) => this.seriesBy(selection, dimension),
        completions: (selection) => this.completions(selection),
        names: () => this.names(),
      };
      for (const ask of firstQuestions(day)) await ask(asked);
    });
  }

  /** Begins to ask of new sums what was asked of those before. */
  renew(): void {
    this.#begin(() => this.#source.renew());
  }

  /** Resolves when nothing is read ahead. */
  async settle(): Promise<void> {
    await this.#ahead;
  }

  async totals(selection: Selection): Promise<Totals> {
    const [parts, surfaces] = await Promise.all([
      this.#source.answer<Omit<Totals, "names">>({
        ...conditionsOf(selection),
        types: ["count", "person"],
        by: [],
        sums: ["executions", "synthetic", "users"],
      }),
      // Names are not of different people: they do not add up.
      this.surfacesByName(selection),
    ]);
    const rows = parts.flat();
    return {
      executions: sum(rows.map(({ executions }) => executions)),
      users: sum(rows.map(({ users }) => users)),
      names: new Set(surfaces.map(({ name }) => name)).size,
      synthetic: sum(rows.map(({ synthetic }) => synthetic)),
    };
  }

  async series(selection: Selection): Promise<readonly BucketCount[]> {
    const parts = await this.#source.answer<BucketCount>({
      ...conditionsOf(selection),
      types: ["count", "person"],
      by: ["bucket"],
      sums: ["executions", "users"],
    });
    return mergeSeries(parts).filter(isAnything);
  }

  async seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]> {
    const parts = await this.#source.answer<KeyBucketCount>({
      ...conditionsOf(selection),
      types: ["count"],
      by: ["bucket", { column: dimension, as: "key" }],
      sums: ["executions"],
    });
    return mergeSeriesBy(parts).filter(isExecuted);
  }

  async breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]> {
    const parts = await this.#source.answer<KeyCount>({
      ...conditionsOf(selection),
      types: ["count", "person"],
      by: [{ column: dimension, as: "key" }],
      sums: ["executions", "users"],
    });
    return mergeBreakdowns(parts).filter(isAnything);
  }

  async usersOf(
    selection: Selection,
    dimension: Dimension,
    keys: readonly string[],
  ): Promise<number> {
    const { period, conditions } = conditionsOf(selection);
    const parts = await this.#source.answer<{ readonly users: number }>({
      period,
      conditions: [...conditions, [dimension, keys]],
      types: ["person"],
      by: [],
      sums: ["users"],
    });
    return sum(parts.flat().map(({ users }) => users));
  }

  async surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]> {
    const parts = await this.#source.answer<SurfaceCount>({
      ...conditionsOf(selection),
      types: ["count"],
      by: ["name", "surface"],
      sums: ["executions"],
    });
    return mergeSurfaces(parts).filter(isExecuted);
  }

  async completions(selection: Selection): Promise<readonly CompletionCount[]> {
    const parts = await this.#source.answer<CompletionCount & { readonly step: number }>({
      ...conditionsOf(selection),
      types: ["completion"],
      by: ["name", "outcome", "step"],
      sums: ["count"],
    });
    return mergeCompletions(parts).map(({ step = -1, ...row }) =>
      step < 0 ? row : { ...row, step },
    );
  }

  async names(): Promise<readonly NameSpan[]> {
    const [spans, named] = await Promise.all([
      this.#source.answer<Omit<NameSpan, "hasArguments"> & { readonly executions: number }>({
        conditions: [],
        types: ["count"],
        by: ["name", "kind"],
        sums: ["executions", "first", "last"],
      }),
      this.#source.answer<Pick<NameSpan, "name" | "kind">>({
        conditions: [],
        types: ["arguments"],
        by: ["name", "kind"],
        sums: [],
      }),
    ]);
    const withArguments = new Set(named.flat().map(({ name, kind }) => `${name}\n${kind}`));
    const executed = spans.map((rows) =>
      rows.filter(isExecuted).map(({ name, kind, first, last }) => {
        return { name, kind, first, last, hasArguments: withArguments.has(`${name}\n${kind}`) };
      }),
    );
    return mergeNames(executed);
  }

  async tallies(period: Period): Promise<readonly Tally[]> {
    const parts = await this.#source.answer<Tally>({
      conditions: [],
      period: daysOf(period),
      types: ["tally"],
      by: ["kind", { column: "name", as: "reason" }],
      sums: ["count"],
    });
    return mergeTallies(parts);
  }

  /** One thing at a time. What fails is read by who needs it. */
  #begin(read: () => Promise<void>): void {
    this.#ahead ??= read()
      .catch(() => undefined)
      .finally(() => (this.#ahead = undefined));
  }
}

function isExecuted({ executions }: { readonly executions: number }): boolean {
  return executions > 0;
}

/** Of what was copied here, one shard may know the people and another the executions. */
function isAnything(row: { readonly executions: number; readonly users: number }): boolean {
  return isExecuted(row) || row.users > 0;
}
