import { type Period, hourMs, periodTimes } from "../../../time/calendar.ts";
import { HourMemory } from "../../rollups/HourMemory.ts";
import { PendingCounts } from "../../rollups/PendingCounts.ts";
import { EventSpans, whereSlot } from "../EventSpans.ts";
import { completionFlag } from "../PackedEvents.ts";
import type { Runner } from "../PostgresConnections.ts";
import { completionKey } from "./FacetTable.ts";
import { elementsOf } from "./pendingCounts.ts";

interface HourRow {
  readonly hour: number;
  readonly facet: number;
  readonly executions: number;
  readonly synthetic: number;
  /** As `array_send` writes them. */
  readonly people: Buffer | null;
}

interface CompletionRow {
  readonly facet: number;
  readonly outcome: number;
  readonly step: number;
  readonly count: number;
}

/** Counts of hours, where other counts have days: made from the events themselves, and remembered until some come. */
export class HourCounts {
  readonly #runner: Runner;
  readonly #spans: EventSpans;
  readonly #known = new HourMemory<Promise<PendingCounts>>();

  constructor(runner: Runner) {
    this.#runner = runner;
    this.#spans = new EventSpans(runner);
  }

  /** @param version - Tells what is stored from what was stored before. */
  read(period: Period, version: string): Promise<PendingCounts> {
    return this.#known.of(version, period, () => this.#begin(period));
  }

  /** The same, or what is known of more hours than these, without their completions. */
  readAround(period: Period, version: string): Promise<PendingCounts> {
    return this.#known.ofAtLeast(version, period, () => this.#begin(period));
  }

  #begin(period: Period): Promise<PendingCounts> {
    const reading = this.#read(period);
    reading.catch(() => this.#known.clear());
    return reading;
  }

  async #read(period: Period): Promise<PendingCounts> {
    const { from, before } = periodTimes(period);
    const slots = await this.#spans.occurredWithin(from, before);
    const runs = `FROM whole_run
      WHERE ${whereSlot(slots)} AND last_occurred_at >= $1 AND occurred_at < $2`;
    const isWithin = "occurred_at >= $1 AND occurred_at < $2";
    const [facets, completions] = await Promise.all([
      this.#runner.rows<HourRow>(
        `SELECT (occurred_at / ${hourMs})::integer AS hour, facet,
                count(*) FILTER (WHERE flags & 2 = 0) AS executions,
                count(*) FILTER (WHERE flags & 2 <> 0) AS synthetic,
                array_send(array_agg(DISTINCT person) FILTER (WHERE flags & 2 = 0)) AS people
         FROM (
           SELECT coalesce(one, person) AS person, facet, occurred_at + elapsed AS occurred_at,
                  coalesce(flags, 0) AS flags
           FROM (
             SELECT person, occurred_at, unnest(people) AS one, unnest(facets) AS facet,
                    unnest(elapsed) AS elapsed, unnest(flags) AS flags
             ${runs}
           ) AS apart
         ) AS event
         WHERE ${isWithin} AND flags & ${completionFlag} = 0 GROUP BY hour, facet`,
        [from, before],
      ),
      this.#runner.rows<CompletionRow>(
        `SELECT counted_as AS facet, outcome, step, count(*) AS count
         FROM (
           SELECT counted_as, outcome, step, occurred_at + elapsed[place] AS occurred_at, flags[place] AS flags
           FROM (
             SELECT occurred_at, elapsed, flags, unnest(detail_places) AS place,
                    unnest(counted_as) AS counted_as, unnest(outcomes) AS outcome, unnest(steps) AS step
             ${runs} AND counted_as IS NOT NULL
           ) AS apart
         ) AS event
         WHERE ${isWithin} AND counted_as IS NOT NULL AND outcome IS NOT NULL AND flags & 2 = 0
         GROUP BY counted_as, outcome, step`,
        [from, before],
      ),
    ]);
    const counts = new PendingCounts();
    for (const { hour, facet, executions, synthetic, people } of facets) {
      counts.addCounts(hour, facet, executions, synthetic);
      for (const person of people === null ? [] : elementsOf(people)) {
        counts.addPerson(hour, facet, person);
      }
    }
    for (const { facet, outcome, step, count } of completions) {
      counts.addCompletions(period.first, completionKey(facet, outcome, step), count);
    }
    return counts;
  }
}
