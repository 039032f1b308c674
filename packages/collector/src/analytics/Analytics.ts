import type { AnalyticsQuery, Facet } from "../query/AnalyticsQuery.ts";
import { dimensionOf, queryToSelection } from "../query/queryToSelection.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { NameSpan, Selection } from "../store/Selection.ts";
import {
  type BucketUnit,
  type Period,
  bucketLabel,
  bucketOf,
  periodBefore,
} from "../time/calendar.ts";
import type { Clock } from "../time/Clock.ts";
import type { ActionAnswer } from "./answers/ActionAnswer.ts";
import type { ActionsAnswer } from "./answers/ActionsAnswer.ts";
import type { OverviewAnswer } from "./answers/OverviewAnswer.ts";
import type { BreakdownAnswer, ExecutionsAnswer, UsersAnswer } from "./answers/seriesAnswers.ts";
import type { Axis } from "./answers/counts.ts";
import { axisOf, dense, endOf, shorten } from "./axis.ts";
import { Comparisons } from "./Comparisons.ts";
import { summarizeEndings } from "./summarizeEndings.ts";

/**
 * Turns what a store knows into the answers of the analytics API. An answer asks for a few things at once, not for all:
 * what comes in needs the store too.
 */
export class Analytics {
  readonly #store: EventStore;
  readonly #clock: Clock;
  readonly #comparisons: Comparisons;

  constructor(store: EventStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#comparisons = new Comparisons(store, clock);
  }

  /** Executions over time: all together (one row, key `all`), or by a facet. */
  async executions(query: AnalyticsQuery, by: Facet | "all"): Promise<ExecutionsAnswer> {
    const selection = this.#select(query);
    const { period } = selection;
    if (by === "all") {
      const executions = dense(period, await this.#store.series(selection), "executions");
      return { ...this.#axis(period), series: [{ key: "all", executions }] };
    }
    const rows = await this.#store.seriesBy(selection, dimensionOf(by));
    const series = Array.from(
      Map.groupBy(rows, ({ key }) => key),
      ([key, points]) => ({ key, executions: dense(period, points, "executions") }),
    );
    return { ...this.#axis(period), series };
  }

  /** Distinct users over time. */
  async users(query: AnalyticsQuery): Promise<UsersAnswer> {
    const selection = this.#select(query);
    const users = dense(selection.period, await this.#store.series(selection), "users");
    return { ...this.#axis(selection.period), users };
  }

  /** Executions and distinct users by a facet. */
  async breakdown(query: AnalyticsQuery, by: Facet): Promise<BreakdownAnswer> {
    const selection = this.#select(query);
    const rows = await this.#store.breakdown(selection, dimensionOf(by));
    return { ...this.#axis(selection.period), rows };
  }

  /** Every action that was executed in the range, most executions first. */
  async actions(query: AnalyticsQuery): Promise<ActionsAnswer> {
    const selection = this.#select(query);
    const { period } = selection;
    const store = this.#store;
    const axis = this.#axis(period);
    const compare = query.hasComparison ? await this.#comparisons.actions(selection) : () => null;
    const counts = await store.breakdown(selection, "name");
    const surfaces = Map.groupBy(await store.surfacesByName(selection), ({ name }) => name);
    const points = Map.groupBy(await store.seriesBy(selection, "name"), ({ key }) => key);
    const completions = Map.groupBy(await store.completions(selection), ({ name }) => name);
    const total = counts.reduce((sum, { executions }) => sum + executions, 0);
    const actions = counts.map(({ key: id, executions, users }) => ({
      id,
      executions,
      users,
      comparison: compare(id, executions),
      share: executions / total,
      surfaces: (surfaces.get(id) ?? []).map(({ surface, executions: some }) => ({
        surface,
        executions: some,
      })),
      trend: shorten(dense(period, points.get(id) ?? [], "executions").slice(0, axis.complete)),
      endings: summarizeEndings(completions.get(id) ?? []),
    }));
    return { ...axis, actions };
  }

  /** Everything about one action, known or not. */
  async action(id: string, query: AnalyticsQuery): Promise<ActionAnswer> {
    const selection = this.#select({ ...query, filter: { ...query.filter, action: id } });
    const [course, breakdowns, completions, spans] = await Promise.all([
      this.#course(selection, query),
      this.#breakdowns(selection),
      this.#store.completions(selection),
      this.#store.names(),
    ]);
    const span = spans.find(({ name, kind }) => name === id && kind === "action");
    return {
      ...this.#axis(selection.period),
      id,
      ...course,
      ...breakdowns,
      endings: summarizeEndings(completions),
      known: span === undefined ? null : toKnown(span),
    };
  }

  /** Totals, series and breakdowns, with the period before to compare with. */
  async overview(query: AnalyticsQuery): Promise<OverviewAnswer> {
    const selection = this.#select(query);
    const { period } = selection;
    const { name: _, ...filter } = selection.filter;
    const [course, breakdowns, active, changes, otherEvents, tallies] = await Promise.all([
      this.#course(selection, query),
      this.#breakdowns(selection),
      this.#active(selection),
      this.#comparisons.names(selection),
      this.#store.breakdown({ period, kind: "event", filter }, "name"),
      this.#store.tallies(period),
    ]);
    const axis = this.#axis(period);
    return { ...axis, ...course, active, ...breakdowns, ...changes, otherEvents, tallies };
  }

  async #course(selection: Selection, { hasComparison }: AnalyticsQuery) {
    const course = await this.#courseOf(selection);
    const totals = await this.#store.totals(selection);
    if (!hasComparison) return { ...course, totals, previous: null, comparison: null };
    const period = periodBefore(selection.period);
    const previous = await this.#courseOf({ ...selection, period });
    const comparison = await this.#comparisons.totals(selection, totals);
    return { ...course, totals, previous, comparison };
  }

  async #courseOf(selection: Selection) {
    const series = await this.#store.series(selection);
    return {
      executions: dense(selection.period, series, "executions"),
      users: dense(selection.period, series, "users"),
    };
  }

  async #breakdowns(selection: Selection) {
    const store = this.#store;
    return {
      surfaces: await store.breakdown(selection, "surface"),
      triggers: await store.breakdown(selection, "trigger"),
      sources: await store.breakdown(selection, "source"),
      platforms: await store.breakdown(selection, "platform"),
    };
  }

  async #active(selection: Selection): Promise<OverviewAnswer["active"]> {
    const now = this.#clock.now();
    const end = endOf(selection.period, now);
    const usersIn = async (unit: BucketUnit) => {
      const bucket = bucketOf(unit, end);
      const period: Period = { unit, first: bucket, last: bucket };
      const [last] = await this.#store.series({ ...selection, period });
      return last?.users ?? 0;
    };
    const isOver = (unit: BucketUnit) => bucketOf(unit, end) < bucketOf(unit, now);
    return {
      on: bucketLabel("day", bucketOf("day", end)),
      day: await usersIn("day"),
      week: await usersIn("week"),
      month: await usersIn("month"),
      over: (["day", "week", "month"] as const).filter(isOver),
    };
  }

  #axis(period: Period): Axis {
    return axisOf(period, this.#clock.now());
  }

  #select(query: AnalyticsQuery): Required<Selection> {
    return queryToSelection(query, this.#clock.now());
  }
}

function toKnown({ first, last, hasArguments }: NameSpan): ActionAnswer["known"] {
  return { first: bucketLabel("day", first), last: bucketLabel("day", last), hasArguments };
}
