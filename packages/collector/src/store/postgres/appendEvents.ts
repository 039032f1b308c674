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

const sql = `SELECT append_events(${Array.from({ length: parameterCount }, (_, index) => `$${index + 1}`).join(", ")}) AS repeated`;

interface Row {
  /** The places of events that were stored before, from 1. */
  readonly repeated: readonly number[];
}

/**
 * Calls `append_events`, see the migrations. Afterwards the events are those that were new.
 *
 * @param others - What `append_events` takes besides, as `DeliveryGroup` encodes it.
 */
export async function appendEvents(
  runner: Runner,
  { knownErasures, withCounts }: AppendSettings,
  events: GatheredEvents,
  others: readonly unknown[],
): Promise<void> {
  const values = [knownErasures, withCounts, ...events.encode(), ...others];
  const [row] = await runner.rows<Row>(sql, values);
  if (row !== undefined) events.leaveOut(row.repeated);
}
