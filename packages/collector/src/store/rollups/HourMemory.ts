import type { Period } from "../../time/calendar.ts";

/** How many periods are remembered: one, and the one before it. */
const mostPeriods = 2;

interface Known<Counts> {
  readonly version: string;
  readonly period: Period;
  readonly counts: Counts;
}

/** Remembers what was counted of hours until something is stored. */
export class HourMemory<Counts> {
  #known: readonly Known<Counts>[] = [];

  /**
   * What was counted of a period.
   *
   * @param version - Tells what is stored from what was stored before.
   * @param count - Called where it is not known.
   */
  of(version: string, period: Period, count: () => Counts): Counts {
    const { first, last } = period;
    const isAsked = (known: Known<Counts>) =>
      known.version === version && known.period.first === first && known.period.last === last;
    const found = this.#known.find(isAsked);
    if (found !== undefined) return found.counts;
    const counts = count();
    const others = this.#known.filter((known) => known.version === version);
    this.#known = [...others.slice(1 - mostPeriods), { version, period, counts }];
    return counts;
  }

  /** The same, or what was counted of a period that holds this one: then what is beside it has to be passed over. */
  ofAtLeast(version: string, period: Period, count: () => Counts): Counts {
    const { first, last } = period;
    const holder = this.#known.find(
      (known) =>
        known.version === version && known.period.first <= first && known.period.last >= last,
    );
    return holder?.counts ?? this.of(version, period, count);
  }

  /** Forgets everything. */
  clear(): void {
    this.#known = [];
  }
}
