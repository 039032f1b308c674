import type { Runner } from "./PostgresConnections.ts";
import { isJoinedSlot } from "./slotOf.ts";

/** Between which numbers and moments partitions hold events. */
export class EventSpans {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /**
   * The partitions in which events can be that were stored as one of these, after the first, up to the last, and that
   * occurred at a moment or later, and before another.
   */
  storedWithin(
    after: number,
    last: number,
    { from, before }: { readonly from: number; readonly before: number },
  ): Promise<readonly number[]> {
    return this.#slots(
      `last_sequence > $1 AND first_sequence <= $2
       AND last_occurred_at >= $3 AND first_occurred_at < $4`,
      [after, last, from, before],
    );
  }

  /** The partitions in which events can be that occurred at a moment or later, and before another. */
  occurredWithin(from: number, before: number): Promise<readonly number[]> {
    return this.#slots("last_occurred_at >= $1 AND first_occurred_at < $2", [from, before]);
  }

  /** The partitions in which events can be that were received before a moment. */
  receivedBefore(moment: number): Promise<readonly number[]> {
    return this.#slots("first_received_at < $1", [moment]);
  }

  /** Those of runs that were joined. */
  async joined(): Promise<readonly number[]> {
    return (await this.#slots("true", [])).filter(isJoinedSlot);
  }

  /** Those of runs as they came. */
  async unjoined(): Promise<readonly number[]> {
    return (await this.#slots("true", [])).filter((slot) => !isJoinedSlot(slot));
  }

  async #slots(condition: string, values: readonly number[]): Promise<readonly number[]> {
    const rows = await this.#runner.rows<{ slot: number }>(
      `SELECT slot FROM event_span WHERE ${condition} ORDER BY slot`,
      values,
    );
    return rows.map(({ slot }) => slot);
  }
}

/**
 * The condition that an event is in one of these partitions. They are written out, so that the others are not even
 * considered when the statement is planned.
 */
export function whereSlot(slots: readonly number[]): string {
  return slots.length === 0 ? "false" : `slot IN (${slots.map(Number).join(", ")})`;
}
