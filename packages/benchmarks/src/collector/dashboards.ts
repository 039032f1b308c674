import type { Dimension, EventStore, Selection } from "@action-telemetry/collector";

const dayMs = 86_400_000;

/** A page that an administrator opens, with all that it asks of a store. */
export interface Dashboard {
  readonly name: string;
  readonly ask: (store: EventStore, now: number) => Promise<unknown>;
}

/** Days that end today, and those before that they are compared with. */
function daysUntil(now: number, count: number): readonly [Selection, Selection] {
  const last = Math.floor(now / dayMs);
  const select = (end: number): Selection => ({
    period: { unit: "day", first: end - count + 1, last: end },
    kind: "action",
  });
  return [select(last), select(last - count)];
}

const split: readonly Dimension[] = ["surface", "trigger", "source", "platform"];

function overview(days: number): Dashboard {
  return {
    name: `overview, ${days} days`,
    ask(store, now) {
      const [selection, before] = daysUntil(now, days);
      return Promise.all([
        ...[selection, before].flatMap((one) => [store.series(one), store.totals(one)]),
        ...split.map((dimension) => store.breakdown(selection, dimension)),
        store.breakdown({ ...selection, kind: "event" }, "name"),
        store.completions(selection),
        store.tallies(selection.period),
      ]);
    },
  };
}

function actions(days: number): Dashboard {
  return {
    name: `actions, ${days} days`,
    ask(store, now) {
      const [selection] = daysUntil(now, days);
      const last = Math.floor((selection.period.last + 3) / 7);
      const weeks = { unit: "week", first: last - Math.ceil(days / 7) + 1, last } as const;
      const trend = days > 90 ? { ...selection, period: weeks } : selection;
      return Promise.all([
        store.breakdown(selection, "name"),
        store.surfacesByName(selection),
        store.seriesBy(trend, "name"),
      ]);
    },
  };
}

function users(unit: "day" | "week" | "month", name: string): Dashboard {
  return {
    name: `users by ${unit}, ${name}`,
    ask(store, now) {
      const [{ period }] = daysUntil(now, 365);
      const { first, last } = period;
      const month = (day: number) => {
        const date = new Date(day * dayMs);
        return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
      };
      const periods = {
        day: { unit, first: last - 89, last },
        week: { unit, first: Math.floor((first + 3) / 7), last: Math.floor((last + 3) / 7) },
        month: { unit, first: month(first), last: month(last) },
      };
      return store.series({ period: periods[unit], kind: "action" });
    },
  };
}

/** An overview of what a filter lets through, split by the other dimensions. */
function filtered(name: string, filter: NonNullable<Selection["filter"]>): Dashboard {
  return {
    name,
    ask(store, now) {
      const selection = { ...daysUntil(now, 90)[0], filter };
      return Promise.all([
        store.series(selection),
        store.totals(selection),
        ...split.map((dimension) => store.breakdown(selection, dimension)),
      ]);
    },
  };
}

const onePlatform = { platform: "web" };

const actionsOfOnePlatform: Dashboard = {
  name: "actions of one platform, 90 days",
  ask: (store, now) => store.breakdown({ ...daysUntil(now, 90)[0], filter: onePlatform }, "name"),
};

const hours: Dashboard = {
  name: "overview, 24 hours",
  ask(store, now) {
    const last = Math.floor(now / 3_600_000);
    const select = (end: number): Selection => ({
      period: { unit: "hour", first: end - 23, last: end },
      kind: "action",
    });
    const [selection, before] = [select(last), select(last - 24)];
    return Promise.all([
      ...[selection, before].flatMap((one) => [store.series(one), store.totals(one)]),
      ...split.map((dimension) => store.breakdown(selection, dimension)),
    ]);
  },
};

/** What is to be answered within 20 ms. */
export const dashboards: readonly Dashboard[] = [
  overview(30),
  overview(90),
  overview(365),
  actions(30),
  actions(90),
  actions(365),
  users("day", "90 days"),
  users("week", "a year"),
  users("month", "a year"),
];

/** What may take longer: hours are counted from events, people by name and another dimension from days. */
export const slowerDashboards: readonly Dashboard[] = [
  hours,
  // One among three hundred.
  filtered("one action, 90 days", { name: "code.action.7" }),
  filtered("overview of one platform, 90 days", onePlatform),
  actionsOfOnePlatform,
];
