import type { EventStore } from "../store/EventStore.ts";
import type { Selection, Totals } from "../store/Selection.ts";
import { type Period, periodBefore } from "../time/calendar.ts";
import type { Clock } from "../time/Clock.ts";
import type { ActionRow } from "./answers/ActionsAnswer.ts";
import type { OverviewAnswer } from "./answers/OverviewAnswer.ts";
import { endsOf } from "./axis.ts";
import { compareNames } from "./compareNames.ts";
import { type ComparedPeriods, comparedPeriods, restOf } from "./comparedPeriods.ts";

/** Compares what is counted with the period before: of a period that goes on, what is over, with as much. */
export class Comparisons {
  readonly #store: Pick<EventStore, "totals" | "surfacesByName" | "names">;
  readonly #clock: Clock;

  constructor(store: Pick<EventStore, "totals" | "surfacesByName" | "names">, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** @param all - The totals of all of the selection. */
  async totals(selection: Selection, all: Totals): Promise<OverviewAnswer["comparison"]> {
    const periods = this.#periodsOf(selection);
    if (periods === undefined) return null;
    const totalsOf = async (period: Period) => ({
      ...endsOf(period),
      totals:
        period === selection.period ? all : await this.#store.totals({ ...selection, period }),
    });
    return {
      ...(await totalsOf(periods.current)),
      before: await totalsOf(periods.before),
    };
  }

  /** Gives what is said of single actions, from all executions of each. */
  async actions(
    selection: Selection,
  ): Promise<(id: string, executions: number) => ActionRow["comparison"]> {
    const periods = this.#periodsOf(selection);
    if (periods === undefined) return () => null;
    // What is under way is little. Read before all is, it makes nothing negative by what comes in between.
    const rest = await this.#executions(selection, restOf(selection.period, periods.current));
    const before = await this.#executions(selection, periods.before);
    return (id, executions) => ({
      executions: executions - (rest.get(id) ?? 0),
      before: before.get(id) ?? 0,
    });
  }

  /** Tells which actions are new, and which are not used any more. */
  async names(selection: Selection): Promise<ReturnType<typeof compareNames>> {
    const { period } = selection;
    const part = this.#periodsOf(selection)?.before;
    const before = periodBefore(period);
    const compared = await this.#executions(selection, part);
    const rest = await this.#executions(selection, part ? restOf(before, part) : before);
    return compareNames({
      period,
      current: await this.#executions(selection, period),
      before: new Map([...rest, ...compared]),
      compared,
      spans: await this.#store.names(),
    });
  }

  #periodsOf({ period }: Selection): ComparedPeriods | undefined {
    return comparedPeriods(period, this.#clock.now());
  }

  /** Executions by name in a period, if there is one; without users they are the cheapest that a store has. */
  async #executions(selection: Selection, period: Period | undefined) {
    const sums = new Map<string, number>();
    if (period === undefined) return sums;
    for (const { name, executions } of await this.#store.surfacesByName({ ...selection, period })) {
      sums.set(name, (sums.get(name) ?? 0) + executions);
    }
    return sums;
  }
}
