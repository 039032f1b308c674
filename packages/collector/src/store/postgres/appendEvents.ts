import type { Runner } from "./PostgresConnections.ts";

/** How events are stored. */
export interface AppendSettings {
  /** How many erasures the caller knows of; the database refuses one that has missed some. */
  readonly knownErasures: number;
  /** False where the counts come from another store. */
  readonly withCounts: boolean;
}

const parameterCount = 26;

const sql = `SELECT append_events(${Array.from({ length: parameterCount }, (_, index) => `$${index + 1}`).join(", ")}) AS accepted`;

interface Row {
  readonly accepted: readonly number[] | null;
}

/**
 * Calls `append_events`, see the migrations.
 *
 * @param columns - As `joinEvents` and `DeliveryGroup` encode them.
 * @returns The places of the events that were new, from 1, or null if all were.
 */
export async function appendEvents(
  runner: Runner,
  { knownErasures, withCounts }: AppendSettings,
  columns: readonly unknown[],
): Promise<readonly number[] | null> {
  const [row] = await runner.rows<Row>(sql, [knownErasures, withCounts, ...columns]);
  return row?.accepted ?? null;
}
