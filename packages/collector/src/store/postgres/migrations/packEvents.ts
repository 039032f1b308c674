import type { Runner } from "../PostgresConnections.ts";
import { createAppendRuns } from "./createAppendRuns.ts";
import { createRuns } from "./createRuns.ts";

/**
 * The rows of a partition as runs: alike are those of one delivery that have the same minute, the same skew and times
 * within twelve days, without a gap in their numbers; 64 of them are a run.
 */
const packSlot = `
INSERT INTO event_run
SELECT min(sequence), received_at, started_at, max(occurred_at), skew,
       CASE WHEN count(*) = 1 THEN (array_agg(event_id))[1] ELSE key END, person, origin, slot,
       CASE WHEN count(*) = 1 THEN min(facet) END,
       CASE WHEN count(*) > 1 THEN array_agg(event_id ORDER BY sequence) END,
       CASE WHEN count(*) > 1 THEN array_agg(facet ORDER BY sequence) END,
       CASE WHEN count(*) > 1 THEN array_agg((occurred_at - started_at)::integer ORDER BY sequence) END,
       CASE WHEN bool_or(flags <> 0) THEN array_agg(flags ORDER BY sequence) END,
       array_agg(place::smallint ORDER BY sequence) FILTER (WHERE has_detail),
       CASE WHEN count(outcome) > 0 THEN array_agg(outcome ORDER BY sequence) FILTER (WHERE has_detail) END,
       CASE WHEN count(duration_ms) > 0 THEN array_agg(duration_ms ORDER BY sequence) FILTER (WHERE has_detail) END,
       CASE WHEN count(completes) > 0 THEN array_agg(completes ORDER BY sequence) FILTER (WHERE has_detail) END,
       CASE WHEN count(counted_as) > 0 THEN array_agg(counted_as ORDER BY sequence) FILTER (WHERE has_detail) END,
       CASE WHEN count(step) > 0 THEN array_agg(step ORDER BY sequence) FILTER (WHERE has_detail) END,
       CASE WHEN count(arguments) > 0 THEN array_agg(arguments ORDER BY sequence) FILTER (WHERE has_detail) END
FROM (
  SELECT *, min(occurred_at) OVER run AS started_at, row_number() OVER (run ORDER BY sequence) AS place
  FROM (
    SELECT *, (row_number() OVER (alike ORDER BY sequence) - 1) / 64 AS part
    FROM (
      SELECT *, sequence - row_number() OVER (alike ORDER BY sequence) AS island
      FROM (
        SELECT sequence, received_at, occurred_at, client_time - occurred_at AS skew, occurred_at >> 30 AS era,
               event_id, person, origin, slot, facet, outcome, step, counted_as, duration_ms, completes, arguments,
               (flags | CASE WHEN completes IS NULL THEN 0 ELSE 16 END)::smallint AS flags,
               coalesce(outcome::text, duration_ms::text, completes::text, arguments) IS NOT NULL AS has_detail,
               CASE WHEN slot < 0 THEN event_id
                    ELSE (left(event_id::text, 8) || '-0000-0000-0000-000000000000')::uuid END AS key
        FROM event WHERE slot = $1
      ) AS keyed
      WINDOW alike AS (PARTITION BY person, origin, received_at, key, skew, era)
    ) AS numbered
    WINDOW alike AS (PARTITION BY person, origin, received_at, key, skew, era, island)
  ) AS parted
  WINDOW run AS (PARTITION BY person, origin, received_at, key, skew, era, island, part)
) AS placed
GROUP BY slot, person, origin, received_at, key, skew, era, island, part, started_at
ORDER BY 1`;

/** From version 3 to 4: packs the events of all partitions, one after another. */
export async function packEvents(runner: Runner): Promise<void> {
  await runner.run(createRuns);
  const slots = await runner.rows<{ slot: number }>("SELECT slot FROM event_span ORDER BY slot");
  for (const { slot } of slots) {
    await runner.run("SELECT make_event_partition($1)", [slot]);
    await runner.run(packSlot, [slot]);
  }
  await runner.run("DROP TABLE event");
  await runner.run(createAppendRuns());
  await runner.run(
    `ALTER TABLE pending_count SET (
       autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100,
       toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 1000)`,
  );
}
