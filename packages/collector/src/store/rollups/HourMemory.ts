import type { Period } from "../../time/calendar.ts";

/** How many periods are remembered: one, and the one before it. */
const mostPeriods = 2;

/** Remembers what was counted of hours until something is stored. */
export class HourMemory<Counts> {
  readonly #known = new Map<string, Counts>();

  /**
   * What was counted of a period.
   *
   * @param version - Tells what is stored from what was stored before.
   * @param count - Called where it is not known.
   */
  of(version: string, period: Period, count: () => Counts): Counts {
    const name = `${version}/${period.first}/${period.last}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const counts = count();
    for (const other of this.#known.keys()) {
      if (!other.startsWith(`${version}/`) || this.#known.size >= mostPeriods) {
        this.#known.delete(other);
      }
    }
    this.#known.set(name, counts);
    return counts;
  }

  /** Forgets everything. */
  clear(): void {
    this.#known.clear();
  }
}
