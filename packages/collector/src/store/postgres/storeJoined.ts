import { joinedKey } from "./migrations/createJoins.ts";
import type { Runner } from "./PostgresConnections.ts";
import { takeApart } from "./takeApart.ts";

/** How many events a joined run has at most: five such rows fill a page. */
const mostEvents = 34;

/** What is joined; all but the values comes from the code alone. */
interface Joining {
  /** The partition that takes it. */
  readonly slot: number;
  /** A condition on the rows of `event_run` that are taken. */
  readonly taken: string;
  /** A condition on their events, see `takeApart`: others are left out. @default all */
  readonly kept?: string;
  /** What is the same for all events of a joined run: what they have of each other differs by less than 32 bits then. */
  readonly lot: string;
  readonly values?: readonly unknown[];
}

/** Puts the events of some runs into joined ones instead; resolves to how many of them were left out. */
export async function storeJoined(
  runner: Runner,
  { slot, taken, kept = "true", lot, values = [] }: Joining,
): Promise<number> {
  const [row] = await runner.rows<{ gone: number }>(
    `WITH taken AS (
       DELETE FROM event_run WHERE ${taken}
       RETURNING *, coalesce(cardinality(ids), 1) AS size
     ), whole AS (
       SELECT sequence, received_at, occurred_at, skew, person, origin, coalesce(ids, ARRAY[key]) AS ids,
              coalesce(facets, ARRAY[facet]) AS facets, coalesce(elapsed, '{0}') AS elapsed, numbers, people,
              origins, received, skews, flags, detail_places, outcomes, durations, completes, counted_as, steps,
              arguments
       FROM taken
     ), event AS (${takeApart({ runs: "whole", events: kept })}
     ), joined AS (${insertJoined(slot, lot)}
     ), spanned AS (
       INSERT INTO event_span (slot, first_sequence, last_sequence, first_received_at, first_occurred_at,
                               last_occurred_at, last_id)
       SELECT ${Number(slot)}, min(sequence), max(last_sequence), min(received_at), min(occurred_at),
              max(last_occurred_at),
              (SELECT id FROM joined, unnest(ids) AS id ORDER BY id DESC LIMIT 1)
       FROM joined HAVING count(*) > 0
       ON CONFLICT (slot) DO UPDATE SET
         first_sequence = least(event_span.first_sequence, excluded.first_sequence),
         last_sequence = greatest(event_span.last_sequence, excluded.last_sequence),
         first_received_at = least(event_span.first_received_at, excluded.first_received_at),
         first_occurred_at = least(event_span.first_occurred_at, excluded.first_occurred_at),
         last_occurred_at = greatest(event_span.last_occurred_at, excluded.last_occurred_at),
         last_id = greatest(event_span.last_id, excluded.last_id)
     )
     SELECT coalesce((SELECT sum(size) FROM taken), 0) - (SELECT count(*) FROM event) AS gone`,
    values,
  );
  return Number(row?.gone ?? 0);
}

function insertJoined(slot: number, lot: string): string {
  const all = (value: string) => `array_agg(${value} ORDER BY sequence)`;
  const detail = (value: string) =>
    `CASE WHEN count(${value}) > 0 THEN array_agg(${value} ORDER BY sequence) FILTER (WHERE has_detail) END`;
  const ifDifferent = (column: string, value: string) =>
    `CASE WHEN min(${column}) < max(${column}) THEN ${all(value)} END`;
  return `
  INSERT INTO event_run (sequence, last_sequence, received_at, last_received_at, occurred_at, last_occurred_at,
                         skew, origin, slot, ids, facets, people, elapsed, numbers, received, skews, origins,
                         flags, detail_places, outcomes, durations, completes, counted_as, steps, arguments)
  SELECT min(sequence), max(sequence), min(received_at), max(received_at), min(occurred_at), max(occurred_at),
         min(skew), CASE WHEN min(origin) = max(origin) THEN min(origin) END, ${Number(slot)},
         ${all("event_id")}, ${all("facet")}, ${all("person")}, ${all("(occurred_at - first_occurred)::integer")},
         CASE WHEN max(sequence) - min(sequence) >= count(*) THEN ${all("(sequence - first_sequence)::integer")} END,
         ${ifDifferent("received_at", "(received_at - first_received)::integer")},
         ${ifDifferent("skew", "(skew - first_skew)::integer")}, ${ifDifferent("origin", "origin")},
         CASE WHEN bool_or(flags <> 0) THEN ${all("flags")} END,
         array_agg(place::smallint ORDER BY sequence) FILTER (WHERE has_detail),
         ${["outcome", "duration_ms", "completes", "counted_as", "step", "arguments"].map(detail).join(", ")}
  FROM (
    SELECT *, row_number() OVER (run ORDER BY sequence) AS place, min(sequence) OVER run AS first_sequence,
           min(received_at) OVER run AS first_received, min(occurred_at) OVER run AS first_occurred,
           min(skew) OVER run AS first_skew,
           coalesce(outcome::text, duration_ms::text, completes::text, arguments) IS NOT NULL AS has_detail
    FROM (
      SELECT *, (row_number() OVER lot - 1) / ${mostEvents} AS part
      FROM event WINDOW lot AS (PARTITION BY ${lot} ORDER BY ${joinedKey("person", "event_id")}, sequence)
    ) AS parted
    WINDOW run AS (PARTITION BY ${lot}, part)
  ) AS placed
  GROUP BY ${lot}, part ORDER BY 1
  RETURNING sequence, last_sequence, received_at, occurred_at, last_occurred_at, ids`;
}
