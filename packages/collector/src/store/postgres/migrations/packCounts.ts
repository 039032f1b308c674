import { PendingCounts } from "../../rollups/PendingCounts.ts";
import { decodePeople, peopleInChunk } from "../../rollups/peopleSet.ts";
import type { Runner } from "../PostgresConnections.ts";
import { addToRollUps } from "../rollups/addToRollUps.ts";
import { completionKey } from "../rollups/FacetTable.ts";

/**
 * Version 3: counts in blocks. `pending_count` has a row for each transaction that stored events, with an element of its
 * arrays for each execution: its day, facet and person, or 0 for a script, or -1 for somebody who was erased; and one for
 * each completion: its day and `completionKey`. Rows are only ever added, so that nobody who stores waits for another. Now
 * and then they are moved into `count_block` and `people_block`: one row for each bucket of a dimension and unit (their
 * places in `rollUpDimensions` and `rollUpUnits`), and in people's for each 65,536 of them. `ledger.generation` grows
 * whenever that happens, or something is removed.
 */
const createBlocks = `
ALTER TABLE ledger ADD COLUMN generation bigint NOT NULL DEFAULT 0;

CREATE TABLE pending_count (
  sequence bigint PRIMARY KEY,
  days integer[] NOT NULL,
  facets integer[] NOT NULL,
  people integer[] NOT NULL,
  completion_days integer[] NOT NULL,
  completions bigint[] NOT NULL
);
ALTER TABLE pending_count ALTER COLUMN days SET STORAGE EXTERNAL,
                          ALTER COLUMN facets SET STORAGE EXTERNAL,
                          ALTER COLUMN people SET STORAGE EXTERNAL;

CREATE TABLE count_block (
  dimension smallint NOT NULL,
  unit smallint NOT NULL,
  bucket integer NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (dimension, unit, bucket)
);
ALTER TABLE count_block ALTER COLUMN data SET STORAGE EXTERNAL;

CREATE TABLE people_block (
  dimension smallint NOT NULL,
  unit smallint NOT NULL,
  bucket integer NOT NULL,
  chunk smallint NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (dimension, unit, bucket, chunk)
);
ALTER TABLE people_block ALTER COLUMN data SET STORAGE EXTERNAL;

DROP FUNCTION append_events;
CREATE FUNCTION append_events(
  known_erasures bigint,
  -- Without, the events are stored and nothing is counted: the counts of another store come as rows of their own.
  with_counts boolean,
  -- One element for each event.
  event_ids uuid[], slots smallint[], people integer[], facets integer[], origins integer[],
  received bigint[], occurred bigint[], client_times bigint[], event_flags smallint[],
  -- One element for each event that has any of these; place counts from 1.
  places integer[], outcomes smallint[], durations double precision[], completed uuid[],
  completed_slots smallint[], completed_facets integer[], steps smallint[], argument_texts text[],
  -- One element for each delivery: the place of its first event, how many it has, the day of its receipt.
  delivery_starts integer[], delivery_sizes integer[], delivery_days integer[],
  -- One element for each tally; its delivery counts from 1.
  tally_deliveries integer[], tally_kinds text[], tally_reasons text[], tally_counts bigint[]
) RETURNS integer[] LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  total integer := cardinality(event_ids);
  base bigint;
  erasures_now bigint;
  accepted integer[];
BEGIN
  UPDATE ledger SET sequence = ledger.sequence + total
  RETURNING ledger.sequence - total, ledger.erasures INTO base, erasures_now;
  IF erasures_now <> known_erasures THEN
    RAISE EXCEPTION 'somebody was erased meanwhile' USING ERRCODE = 'AT001';
  END IF;

  IF completed IS NOT NULL THEN
    -- What completes an event that is stored counts as that one.
    SELECT array_agg(coalesce(given.facet, target.facet) ORDER BY given.place) INTO completed_facets
    FROM unnest(places, completed, completed_slots, completed_facets) AS given (place, id, slot, facet)
    LEFT JOIN event AS target
      ON target.event_id = given.id AND target.slot = given.slot
      AND target.person = people[given.place];
  END IF;

  WITH detail AS (
    SELECT * FROM unnest(places, outcomes, durations, completed, completed_facets, steps, argument_texts)
      AS given (place, outcome, duration_ms, completes, target_facet, step, arguments)
  ), added AS (
    INSERT INTO event (sequence, received_at, occurred_at, client_time, event_id, person, facet, origin,
                       slot, flags, outcome, step, counted_as, duration_ms, completes, arguments)
    SELECT base + place, received_at, occurred_at, client_time, event_id, person, facet, origin,
           slot, flags, outcome, step,
           CASE WHEN completes IS NOT NULL THEN coalesce(target_facet, facet) END,
           duration_ms, completes, arguments
    FROM unnest(event_ids, slots, people, facets, origins, received, occurred, client_times, event_flags)
      WITH ORDINALITY AS given (event_id, slot, person, facet, origin, received_at, occurred_at,
                                client_time, flags, place)
    LEFT JOIN detail USING (place)
    ORDER BY place
    ON CONFLICT DO NOTHING
    RETURNING slot, sequence, received_at, occurred_at, day_of(occurred_at) AS day, person, facet, flags,
              outcome, step, counted_as, arguments
  ), spanned AS (
    INSERT INTO event_span
    SELECT slot, min(sequence), max(sequence), min(received_at), min(occurred_at), max(occurred_at)
    FROM added GROUP BY slot
    ON CONFLICT (slot) DO UPDATE SET
      first_sequence = least(event_span.first_sequence, excluded.first_sequence),
      last_sequence = greatest(event_span.last_sequence, excluded.last_sequence),
      first_received_at = least(event_span.first_received_at, excluded.first_received_at),
      first_occurred_at = least(event_span.first_occurred_at, excluded.first_occurred_at),
      last_occurred_at = greatest(event_span.last_occurred_at, excluded.last_occurred_at)
  ), pended AS (
    INSERT INTO pending_count (sequence, days, facets, people, completion_days, completions)
    SELECT base + total,
           coalesce(array_agg(day) FILTER (WHERE counted_as IS NULL), '{}'),
           coalesce(array_agg(facet) FILTER (WHERE counted_as IS NULL), '{}'),
           coalesce(array_agg(CASE WHEN flags & 2 = 0 THEN person ELSE 0 END)
             FILTER (WHERE counted_as IS NULL), '{}'),
           coalesce(array_agg(day) FILTER (WHERE counted_as IS NOT NULL), '{}'),
           coalesce(array_agg((counted_as::bigint * 4 + outcome) * 128 + step + 1)
             FILTER (WHERE counted_as IS NOT NULL), '{}')
    FROM added
    WHERE with_counts AND (counted_as IS NULL OR outcome IS NOT NULL AND flags & 2 = 0)
    HAVING count(*) > 0
  ), moved AS (
    INSERT INTO tally (day, kind, reason, count)
    SELECT day_of(received_at), 'clock', CASE WHEN flags & 4 <> 0 THEN 'future' ELSE 'past' END, count(*)
    FROM added WHERE with_counts AND flags & 12 <> 0 GROUP BY 1, 3
    ON CONFLICT (day, kind, reason) DO UPDATE SET count = tally.count + excluded.count
  ), noted AS (
    UPDATE facet SET has_arguments = true
    WHERE NOT has_arguments AND id IN (SELECT facet FROM added WHERE arguments IS NOT NULL)
  )
  SELECT CASE WHEN count(*) < total THEN coalesce(array_agg((sequence - base)::integer), '{}') END
  INTO accepted FROM added;

  IF accepted IS NULL AND cardinality(tally_counts) = 0 THEN RETURN NULL; END IF;
  WITH fresh AS (
    SELECT width_bucket(place, delivery_starts) AS delivery, count(*) AS fresh
    FROM unnest(accepted) AS given (place) GROUP BY 1
  ), outcome AS (
    SELECT delivery, day, size, coalesce(fresh, CASE WHEN accepted IS NULL THEN size ELSE 0 END) AS fresh
    FROM unnest(delivery_sizes, delivery_days) WITH ORDINALITY AS given (size, day, delivery)
    LEFT JOIN fresh USING (delivery)
  ), tallied AS (
    SELECT day, 'duplicate' AS kind, 'sent-again' AS reason, size - fresh AS count FROM outcome
    UNION ALL
    -- A delivery that brought nothing new is a repetition: what it counts has been counted.
    SELECT day, kind, reason, count
    FROM unnest(tally_deliveries, tally_kinds, tally_reasons, tally_counts)
      AS given (delivery, kind, reason, count)
    JOIN outcome USING (delivery) WHERE fresh > 0 OR size = 0
  )
  INSERT INTO tally (day, kind, reason, count)
  SELECT day, kind, reason, sum(count) FROM tallied WHERE count > 0 GROUP BY day, kind, reason
  ON CONFLICT (day, kind, reason) DO UPDATE SET count = tally.count + excluded.count;
  RETURN accepted;
END
$$;
`;

const dropRows = `
DROP TABLE day_count;
DROP TABLE day_person;
DROP TABLE people_set;
DROP TABLE day_completion;
`;

interface CountRow {
  readonly facet: number;
  readonly executions: number;
  readonly synthetic: number;
}

interface CompletionRow {
  readonly facet: number;
  readonly outcome: number;
  readonly step: number;
  readonly count: number;
}

/** From version 2 to 3: packs the counts of all days, one after another. */
export async function packCounts(runner: Runner): Promise<void> {
  await runner.run(createBlocks);
  const days = await runner.rows<{ day: number }>(
    `SELECT day FROM day_count UNION SELECT day FROM day_person UNION SELECT day FROM day_completion
     UNION SELECT bucket FROM people_set WHERE unit = 0 AND dimension = 0 ORDER BY day`,
  );
  for (const { day } of days) await addToRollUps(runner, await readDay(runner, day));
  await runner.run(dropRows);
}

async function readDay(runner: Runner, day: number): Promise<PendingCounts> {
  const counts = new PendingCounts();
  const counted = await runner.rows<CountRow>(
    "SELECT facet, executions, synthetic FROM day_count WHERE day = $1",
    [day],
  );
  for (const { facet, executions, synthetic } of counted) {
    counts.addCounts(day, facet, executions, synthetic);
  }
  const people = await runner.rows<{ facet: number; person: number }>(
    "SELECT facet, person FROM day_person WHERE day = $1",
    [day],
  );
  for (const { facet, person } of people) counts.addPerson(day, facet, person);
  // Sets of single facets on single days: unit and dimension are the first of what were their lists.
  const sets = await runner.rows<{ facet: number; chunk: number; people: Buffer }>(
    "SELECT key AS facet, chunk, people FROM people_set WHERE unit = 0 AND dimension = 0 AND bucket = $1",
    [day],
  );
  for (const { facet, chunk, people: set } of sets) {
    for (const person of decodePeople(set)) {
      counts.addPerson(day, facet, chunk * peopleInChunk + person);
    }
  }
  const ended = await runner.rows<CompletionRow>(
    "SELECT facet, outcome, step, count FROM day_completion WHERE day = $1",
    [day],
  );
  for (const { facet, outcome, step, count } of ended) {
    counts.addCompletions(day, completionKey(facet, outcome, step), count);
  }
  return counts;
}
