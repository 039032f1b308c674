import type { Runner } from "./PostgresConnections.ts";

/**
 * Deletes runs of events; resolves to how many events went.
 *
 * @param condition - On the rows of `event_run`; it comes from the code alone.
 */
export async function deleteRuns(
  runner: Runner,
  condition: string,
  values: readonly unknown[],
): Promise<number> {
  const [row] = await runner.rows<{ deleted: number }>(
    `WITH gone AS (DELETE FROM event_run WHERE ${condition} RETURNING coalesce(cardinality(ids), 1) AS size)
     SELECT coalesce(sum(size), 0)::bigint AS deleted FROM gone`,
    values,
  );
  return row?.deleted ?? 0;
}
