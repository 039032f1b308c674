import type { NameSpan } from "../store/Selection.ts";
import { type Period, bucketLabel, daysOf } from "../time/calendar.ts";
import type { NewAction, VanishedAction } from "./answers/OverviewAnswer.ts";

/** What is known of the actions of a period and of the one before. */
export interface NamesOfPeriods {
  readonly period: Period;
  /** Executions by name. */
  readonly current: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, number>;
  /** As much of the period before as the period can be compared with. */
  readonly compared: ReadonlyMap<string, number>;
  /** Every name that was ever counted. */
  readonly spans: readonly NameSpan[];
}

/** Tells which actions were never counted before a period, and which are not any more. */
export function compareNames({ period, current, before, compared, spans }: NamesOfPeriods): {
  readonly newActions: readonly NewAction[];
  readonly vanishedActions: readonly VanishedAction[];
} {
  const actions = spans.filter(({ kind }) => kind === "action");
  const spanByName = new Map(actions.map((span) => [span.name, span]));
  const firstDay = daysOf(period).first;
  return {
    newActions: [...current].toSorted(byMost).flatMap(([id, executions]) => {
      const first = spanByName.get(id)?.first;
      // A period of hours begins within a day: what was counted in the period before is not new.
      if (first === undefined || first < firstDay || before.has(id)) return [];
      return [{ id, since: bucketLabel("day", first), executions }];
    }),
    vanishedActions: [...compared].toSorted(byMost).flatMap(([id, executions]) => {
      const last = spanByName.get(id)?.last;
      if (last === undefined || current.has(id)) return [];
      return [{ id, last: bucketLabel("day", last), executions }];
    }),
  };
}

function byMost([, a]: readonly [string, number], [, b]: readonly [string, number]): number {
  return b - a;
}
