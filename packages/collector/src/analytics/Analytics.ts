import type { Dimension, Selection } from "../store/Selection.ts";
import type { EventStore } from "../store/EventStore.ts";
import type {
  ActionsAnswer,
  Axis,
  BreakdownAnswer,
  ExecutionsAnswer,
  OverviewAnswer,
  UsersAnswer,
} from "./Answers.ts";
import type { Clock } from "../time/Clock.ts";
import { type Period, bucketLabel, bucketsOf, periodBefore } from "../time/calendar.ts";
import { type AnalyticsRange, rangeToPeriod } from "./AnalyticsRange.ts";

/** Turns what a store knows into the answers of the analytics API. */
export class Analytics {
  readonly #store: EventStore;
  readonly #clock: Clock;

  constructor(store: EventStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Executions per hour or day: all together (one row, key `all`), or by a dimension. */
  async executions(range: AnalyticsRange, by: Dimension | undefined): Promise<ExecutionsAnswer> {
    const selection = this.#select(range);
    if (by === undefined) {
      const executions = dense(selection.period, await this.#store.series(selection), "executions");
      return { ...axisOf(range, selection.period), series: [{ key: "all", executions }] };
    }
    const rows = await this.#store.seriesBy(selection, by);
    const series = Array.from(
      Map.groupBy(rows, ({ key }) => key),
      ([key, points]) => ({
        key,
        executions: dense(selection.period, points, "executions"),
      }),
    );
    return { ...axisOf(range, selection.period), series };
  }

  /** Distinct users per hour or day. */
  async users(range: AnalyticsRange): Promise<UsersAnswer> {
    const selection = this.#select(range);
    const users = dense(selection.period, await this.#store.series(selection), "users");
    return { ...axisOf(range, selection.period), users };
  }

  /** Executions and distinct users by a dimension. */
  async breakdown(range: AnalyticsRange, by: Dimension): Promise<BreakdownAnswer> {
    const selection = this.#select(range);
    const rows = await this.#store.breakdown(selection, by);
    return { ...axisOf(range, selection.period), rows };
  }

  /** Every action that was executed in the range, most executions first. */
  async actions(range: AnalyticsRange): Promise<ActionsAnswer> {
    const selection = this.#select(range);
    const [counts, surfaces, points] = await Promise.all([
      this.#store.breakdown(selection, "name"),
      this.#store.surfacesByName(selection),
      this.#store.seriesBy(selection, "name"),
    ]);
    const total = counts.reduce((sum, { executions }) => sum + executions, 0);
    const surfacesByName = Map.groupBy(surfaces, ({ name }) => name);
    const pointsByName = Map.groupBy(points, ({ key }) => key);
    const actions = counts.map(({ key, executions, users }) => ({
      id: key,
      executions,
      users,
      share: executions / total,
      surfaces: (surfacesByName.get(key) ?? []).map(({ surface, executions: count }) => ({
        surface,
        executions: count,
      })),
      trend: dense(selection.period, pointsByName.get(key) ?? [], "executions"),
    }));
    return { ...axisOf(range, selection.period), actions };
  }

  /** Totals, series and breakdowns, with the period before to compare with. */
  async overview(range: AnalyticsRange): Promise<OverviewAnswer> {
    const selection = this.#select(range);
    const before: Selection = { ...selection, period: periodBefore(selection.period) };
    const store = this.#store;
    const series = await store.series(selection);
    const previousSeries = await store.series(before);
    return {
      ...axisOf(range, selection.period),
      totals: await store.totals(selection),
      previous: await store.totals(before),
      executions: dense(selection.period, series, "executions"),
      users: dense(selection.period, series, "users"),
      previousExecutions: dense(before.period, previousSeries, "executions"),
      previousUsers: dense(before.period, previousSeries, "users"),
      surfaces: await store.breakdown(selection, "surface"),
      triggers: await store.breakdown(selection, "trigger"),
      sources: await store.breakdown(selection, "source"),
      platforms: await store.breakdown(selection, "platform"),
      otherEvents: await store.breakdown({ ...selection, kind: "event" }, "name"),
      tallies: await store.tallies(selection.period),
    };
  }

  #select(range: AnalyticsRange): Selection {
    return { period: rangeToPeriod(range, this.#clock.now()), kind: "action" };
  }
}

function axisOf(range: AnalyticsRange, period: Period): Axis {
  const buckets = bucketsOf(period).map((bucket) => bucketLabel(period.unit, bucket));
  return { range, unit: period.unit, buckets };
}

/** One number for every bucket of the period; 0 where nothing happened. */
function dense<Field extends "executions" | "users">(
  period: Period,
  points: readonly ({ readonly bucket: number } & Readonly<Record<Field, number>>)[],
  field: Field,
): readonly number[] {
  const valueByBucket = new Map(points.map((point) => [point.bucket, point[field]]));
  return bucketsOf(period).map((bucket) => valueByBucket.get(bucket) ?? 0);
}
