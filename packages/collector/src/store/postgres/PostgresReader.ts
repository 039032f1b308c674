import { type Period, daysOf } from "../../time/calendar.ts";
import type { EventKind, Tally } from "../EventRecord.ts";
import { compare } from "../rollups/compare.ts";
import { CountAnswers } from "../rollups/CountAnswers.ts";
import type { PackedSeries } from "../rollups/PackedSeries.ts";
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
import type { Runner } from "./PostgresConnections.ts";
import { CountSource } from "./rollups/CountSource.ts";
import { warmUp } from "./warmUp.ts";

/** Answers questions. Days, weeks and months come from the roll-ups, hours from the events themselves. */
export class PostgresReader {
  readonly #runner: Runner;
  readonly #source: CountSource;

  constructor(runner: Runner) {
    this.#runner = runner;
    this.#source = new CountSource(runner);
  }

  /** Makes the first questions fast: whoever asks them finds connections, blocks and code ready. Never rejects. */
  async warm(): Promise<void> {
    const names = await this.names().catch(() => []);
    const day = Math.max(...names.map(({ last }) => last));
    if (Number.isFinite(day)) await warmUp(this, day);
  }

  totals(selection: Selection): Promise<Totals> {
    return this.#ask((answers) => answers.totals(selection));
  }

  series(selection: Selection): Promise<readonly BucketCount[]> {
    return this.#ask((answers) => answers.series(selection));
  }

  seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]> {
    return this.#ask((answers) => answers.seriesBy(selection, dimension));
  }

  packedSeriesBy(selection: Selection, dimension: Dimension): Promise<PackedSeries> {
    return this.#ask((answers) => answers.packedSeriesBy(selection, dimension));
  }

  breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]> {
    return this.#ask((answers) => answers.breakdown(selection, dimension));
  }

  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]): Promise<number> {
    return this.#ask((answers) => answers.usersOf(selection, dimension, keys));
  }

  surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]> {
    return this.#ask((answers) => answers.surfacesByName(selection));
  }

  completions(selection: Selection): Promise<readonly CompletionCount[]> {
    return this.#ask((answers) => answers.completions(selection));
  }

  async names(): Promise<readonly NameSpan[]> {
    const rows = await this.#runner.rows<{ kind: EventKind; name: string }>(
      "SELECT DISTINCT kind, name FROM facet WHERE has_arguments",
    );
    const withArguments = new Set(rows.map(({ kind, name }) => `${name}\n${kind}`));
    return this.#source.answer((view) => {
      const spans = new Map<string, NameSpan>();
      view.visitNames((day, { kind, name = "" }, executions) => {
        if (executions === 0) return;
        const id = `${name}\n${kind}`;
        const { first, last } = spans.get(id) ?? { first: day, last: day };
        spans.set(id, {
          name,
          kind,
          first: Math.min(first, day),
          last: Math.max(last, day),
          hasArguments: withArguments.has(id),
        });
      });
      return [...spans.values()].sort((a, b) => compare(a.name, b.name) || compare(a.kind, b.kind));
    });
  }

  tallies(period: Period): Promise<readonly Tally[]> {
    const { first, last } = daysOf(period);
    return this.#runner.rows(
      `SELECT kind, reason, sum(count)::bigint AS count FROM tally WHERE day BETWEEN $1 AND $2
       GROUP BY kind, reason ORDER BY kind, count DESC, reason`,
      [first, last],
    );
  }

  #ask<Answer>(question: (answers: CountAnswers) => Answer): Promise<Answer> {
    return this.#source.answer((view) => question(new CountAnswers(view)));
  }
}
