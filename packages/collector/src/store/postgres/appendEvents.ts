import type { GatheredEvents } from "./GatheredEvents.ts";
import type { Runner } from "./PostgresConnections.ts";

/** How events are stored. */
export interface AppendSettings {
  /** How many erasures the caller knows of; the database refuses one that has missed some. */
  readonly knownErasures: number;
  /** False where the counts come from another store. */
  readonly withCounts: boolean;
}

const parameterCount = 36;

const sql = `SELECT * FROM append_events(${Array.from({ length: parameterCount }, (_, index) => `$${index + 1}`).join(", ")})`;

interface Row {
  readonly is_stored: boolean;
  readonly repeated: readonly number[];
  readonly crowded: readonly number[];
}

/**
 * Calls `append_events`, see the migrations, and again as long as it finds that something was stored before or is to be
 * stored alone. Afterwards the events are those that were new.
 *
 * @param others - What `append_events` takes besides, as `DeliveryGroup` encodes it.
 */
export async function appendEvents(
  runner: Runner,
  { knownErasures, withCounts }: AppendSettings,
  events: GatheredEvents,
  others: readonly unknown[],
): Promise<void> {
  for (;;) {
    const values = [knownErasures, withCounts, ...events.encode(), ...others];
    const [row] = await runner.rows<Row>(sql, values);
    if (row === undefined)
      throw new Error("@action-telemetry/collector: The database did not answer.");
    events.heed(row);
    if (row.is_stored) return;
  }
}
