/** Statements that later versions add, which look into more than there was in version 4. */
export interface AppendSearches {
  /** Adds to `repeated`. */
  readonly repeated: string;
  /** Fills gaps of `completed_facets`. */
  readonly completed: string;
}

const findRepeated = `
DROP FUNCTION append_events;
CREATE FUNCTION append_events(
  known_erasures bigint,
  -- Without, the events are stored and nothing is counted: the counts of another store come as rows of their own.
  with_counts boolean,
  -- One element for each event. A script has no person.
  event_ids uuid[], event_facets integer[], event_people integer[], event_days integer[],
  event_elapsed integer[], event_flags smallint[],
  -- One element for each event that has any of these; place counts from 1.
  places integer[], given_outcomes smallint[], given_durations double precision[],
  completed uuid[], completed_slots smallint[], completed_keys uuid[], completed_facets integer[],
  given_steps smallint[], argument_texts text[],
  -- One element for each run, in the order of their places: the place of its first event, how many it has, which delivery
  -- it is of (from 1). Its IDs lie between key and end. What is in no run is not stored.
  run_starts integer[], run_sizes integer[], run_deliveries integer[], run_slots smallint[],
  run_keys uuid[], run_ends uuid[], run_people integer[], run_origins integer[],
  run_received bigint[], run_occurred bigint[], run_lasts bigint[], run_skews bigint[],
  -- The flags that any of its events has.
  run_flags smallint[],
  -- One element for each delivery: how many events it has, the day of its receipt.
  delivery_sizes integer[], delivery_days integer[],
  -- One element for each tally; its delivery counts from 1.
  tally_deliveries integer[], tally_kinds text[], tally_reasons text[], tally_counts bigint[],
  -- The places of events that were stored before.
  OUT repeated integer[]
) LANGUAGE plpgsql
-- What a person has stored is found by its index alone: nothing else is bounded, whatever statistics say of a partition
-- that has just been made, or that one person has filled.
SET enable_seqscan = off SET enable_bitmapscan = off
AS $$
#variable_conflict use_column
DECLARE
  base bigint;
  erasures_now bigint;
  this_slot smallint;
  suspects integer[];
  crowded integer[] := '{}';
  fresh integer;
BEGIN
  UPDATE ledger SET sequence = ledger.sequence + cardinality(event_ids)
  RETURNING ledger.sequence - cardinality(event_ids), ledger.erasures INTO base, erasures_now;
  IF erasures_now <> known_erasures THEN
    RAISE EXCEPTION 'somebody was erased meanwhile' USING ERRCODE = 'AT001';
  END IF;

  repeated := '{}';
  -- One partition after another, so that no statement has to open all of them.
  FOR this_slot IN SELECT DISTINCT unnest(run_slots) LOOP
    SELECT array_agg(run) INTO suspects
    FROM unnest(run_slots, run_people, run_keys, run_ends)
      WITH ORDINALITY AS given (slot, person, key, ending, run)
    CROSS JOIN LATERAL (
      SELECT FROM event_run AS stored
      WHERE stored.slot = this_slot AND stored.person = given.person
        AND stored.key BETWEEN given.key AND given.ending
      LIMIT 1
    ) AS near
    WHERE given.slot = this_slot;
    CONTINUE WHEN suspects IS NULL;

    repeated := repeated || ARRAY(
      SELECT place
      FROM (
        SELECT run, generate_series(run_starts[run], run_starts[run] + run_sizes[run] - 1) AS place
        FROM unnest(suspects) AS run
      ) AS suspect
      CROSS JOIN LATERAL (
        SELECT FROM event_run AS stored
        WHERE stored.slot = this_slot AND stored.person = run_people[run]
          AND stored.key IN (event_ids[place], run_keys[run])
          AND (stored.key = event_ids[place] OR event_ids[place] = ANY (stored.ids))
        LIMIT 1
      ) AS known
    );
    crowded := crowded || ARRAY(
      SELECT run FROM unnest(suspects) AS run
      WHERE run_sizes[run] > 1 AND 16 = (
        SELECT count(*) FROM (
          SELECT FROM event_run AS stored
          WHERE stored.slot = this_slot AND stored.person = run_people[run] AND stored.key = run_keys[run]
          LIMIT 16
        ) AS alike)
    );
  END LOOP;
`;

const cutAndComplete = `
  IF cardinality(repeated) + cardinality(crowded) > 0 THEN
    -- Runs of what is left: as few as there can be, or single events.
    SELECT coalesce(array_agg(first), '{}'), coalesce(array_agg(size), '{}'),
           coalesce(array_agg(run_deliveries[run]), '{}'), coalesce(array_agg(run_slots[run]), '{}'),
           coalesce(array_agg(run_keys[run]), '{}'), coalesce(array_agg(run_people[run]), '{}'),
           coalesce(array_agg(run_origins[run]), '{}'), coalesce(array_agg(run_received[run]), '{}'),
           coalesce(array_agg(run_occurred[run]), '{}'), coalesce(array_agg(run_lasts[run]), '{}'),
           coalesce(array_agg(run_skews[run]), '{}'), coalesce(array_agg(run_flags[run]), '{}')
    INTO run_starts, run_sizes, run_deliveries, run_slots, run_keys, run_people, run_origins, run_received,
         run_occurred, run_lasts, run_skews, run_flags
    FROM (
      SELECT run, min(place) AS first, count(*)::integer AS size
      FROM (
        SELECT run, place, CASE WHEN run = ANY (crowded) THEN place
                                ELSE place - row_number() OVER (PARTITION BY run ORDER BY place) END AS part
        FROM (
          SELECT run, generate_series(first, first + size - 1) AS place
          FROM unnest(run_starts, run_sizes) WITH ORDINALITY AS given (first, size, run)
        ) AS every
        WHERE place NOT IN (SELECT unnest(repeated))
      ) AS kept
      GROUP BY run, part ORDER BY first
    ) AS cut;
  END IF;

  IF completed IS NOT NULL THEN
    -- What completes an event that is stored counts as that one.
    FOR this_slot IN SELECT DISTINCT slot FROM unnest(completed_slots) AS slot WHERE slot IS NOT NULL LOOP
      SELECT array_agg(coalesce(given.facet, target.facet) ORDER BY given.place) INTO completed_facets
      FROM unnest(places, completed, completed_slots, completed_keys, completed_facets)
        AS given (place, id, slot, key, facet)
      LEFT JOIN LATERAL (
        SELECT coalesce(stored.facet, stored.facets[array_position(stored.ids, given.id)]) AS facet
        FROM event_run AS stored
        WHERE given.facet IS NULL AND given.slot = this_slot AND stored.slot = this_slot
          AND stored.person = run_people[width_bucket(given.place, run_starts)]
          AND stored.key IN (given.id, given.key)
          AND (stored.key = given.id OR given.id = ANY (stored.ids))
        LIMIT 1
      ) AS target ON true;
    END LOOP;`;

const store = `
    completed_facets := ARRAY(
      SELECT CASE WHEN id IS NOT NULL THEN coalesce(facet, event_facets[place]) END
      FROM unnest(places, completed, completed_facets) AS given (place, id, facet) ORDER BY place
    );
  END IF;

  WITH detail AS (
    SELECT run, array_agg((place - run_starts[run] + 1)::smallint ORDER BY place) AS places,
           CASE WHEN count(outcome) > 0 THEN array_agg(outcome ORDER BY place) END AS outcomes,
           CASE WHEN count(duration) > 0 THEN array_agg(duration ORDER BY place) END AS durations,
           CASE WHEN count(id) > 0 THEN array_agg(id ORDER BY place) END AS completes,
           CASE WHEN count(facet) > 0 THEN array_agg(facet ORDER BY place) END AS counted_as,
           CASE WHEN count(step) > 0 THEN array_agg(step ORDER BY place) END AS steps,
           CASE WHEN count(text) > 0 THEN array_agg(text ORDER BY place) END AS arguments
    FROM (
      SELECT *, width_bucket(place, run_starts) AS run
      FROM unnest(places, given_outcomes, given_durations, completed, completed_facets, given_steps,
                  argument_texts) AS given (place, outcome, duration, id, facet, step, text)
    ) AS placed
    WHERE place < run_starts[run] + run_sizes[run]
    GROUP BY run
  )
  INSERT INTO event_run (sequence, received_at, occurred_at, last_occurred_at, skew, key, person, origin, slot,
                         facet, ids, facets, elapsed, flags,
                         detail_places, outcomes, durations, completes, counted_as, steps, arguments)
  SELECT base + first, received_at,
         CASE WHEN size = 1 THEN occurred_at + event_elapsed[first] ELSE occurred_at END,
         CASE WHEN size = 1 THEN occurred_at + event_elapsed[first] ELSE last_occurred_at END, skew,
         CASE WHEN size = 1 THEN event_ids[first] ELSE key END, person, origin, slot,
         CASE WHEN size = 1 THEN event_facets[first] END,
         CASE WHEN size > 1 THEN event_ids[first : first + size - 1] END,
         CASE WHEN size > 1 THEN event_facets[first : first + size - 1] END,
         CASE WHEN size > 1 THEN event_elapsed[first : first + size - 1] END,
         CASE WHEN flags <> 0 THEN event_flags[first : first + size - 1] END,
         places, outcomes, durations, completes, counted_as, steps, arguments
  FROM unnest(run_starts, run_sizes, run_slots, run_keys, run_people, run_origins, run_received, run_occurred,
              run_lasts, run_skews, run_flags)
    WITH ORDINALITY AS given (first, size, slot, key, person, origin, received_at, occurred_at,
                              last_occurred_at, skew, flags, run)
  LEFT JOIN detail USING (run);

  INSERT INTO event_span
  SELECT slot, base + min(first), base + max(first + size - 1), min(received_at), min(occurred_at),
         max(last_occurred_at)
  FROM unnest(run_starts, run_sizes, run_slots, run_received, run_occurred, run_lasts)
    AS given (first, size, slot, received_at, occurred_at, last_occurred_at)
  GROUP BY slot
  ON CONFLICT (slot) DO UPDATE SET
    first_sequence = least(event_span.first_sequence, excluded.first_sequence),
    last_sequence = greatest(event_span.last_sequence, excluded.last_sequence),
    first_received_at = least(event_span.first_received_at, excluded.first_received_at),
    first_occurred_at = least(event_span.first_occurred_at, excluded.first_occurred_at),
    last_occurred_at = greatest(event_span.last_occurred_at, excluded.last_occurred_at);

  SELECT coalesce(sum(size), 0) INTO fresh FROM unnest(run_sizes) AS size;

  IF with_counts AND fresh = cardinality(event_ids) AND fresh > 0 AND completed IS NULL THEN
    INSERT INTO pending_count (sequence, days, facets, people, completion_days, completions)
    VALUES (base + cardinality(event_ids), event_days, event_facets, event_people, '{}', '{}');
  ELSIF with_counts AND fresh > 0 THEN
    INSERT INTO pending_count (sequence, days, facets, people, completion_days, completions)
    SELECT base + cardinality(event_ids), counted.days, counted.facets, counted.people, ended.days, ended.keys
    FROM (
      SELECT coalesce(array_agg(event_days[place]), '{}') AS days,
             coalesce(array_agg(event_facets[place]), '{}') AS facets,
             coalesce(array_agg(event_people[place]), '{}') AS people
      FROM (
        SELECT generate_series(first, first + size - 1) AS place FROM unnest(run_starts, run_sizes) AS given (first, size)
      ) AS kept
      WHERE event_flags[place] & 16 = 0
    ) AS counted, (
      SELECT coalesce(array_agg(event_days[place]), '{}') AS days,
             coalesce(array_agg((facet::bigint * 4 + outcome) * 128 + step + 1), '{}') AS keys
      FROM (
        SELECT *, width_bucket(place, run_starts) AS run
        FROM unnest(places, given_outcomes, completed_facets, given_steps)
          AS given (place, outcome, facet, step)
      ) AS placed
      WHERE facet IS NOT NULL AND outcome IS NOT NULL AND event_flags[place] & 2 = 0
        AND place < run_starts[run] + run_sizes[run]
    ) AS ended
    WHERE cardinality(counted.days) + cardinality(ended.days) > 0;
  END IF;

  IF with_counts AND EXISTS (SELECT FROM unnest(run_flags) AS flags WHERE flags & 12 <> 0) THEN
    INSERT INTO tally (day, kind, reason, count)
    SELECT day_of(received_at), 'clock', CASE WHEN event_flags[place] & 4 <> 0 THEN 'future' ELSE 'past' END,
           count(*)
    FROM (
      SELECT received_at, generate_series(first, first + size - 1) AS place
      FROM unnest(run_starts, run_sizes, run_received) AS given (first, size, received_at)
    ) AS kept
    WHERE event_flags[place] & 12 <> 0
    GROUP BY 1, 3
    ON CONFLICT (day, kind, reason) DO UPDATE SET count = tally.count + excluded.count;
  END IF;

  IF cardinality(places) > 0 THEN
    UPDATE facet SET has_arguments = true
    WHERE NOT has_arguments AND id IN (
      SELECT event_facets[place] FROM (
        SELECT *, width_bucket(place, run_starts) AS run
        FROM unnest(places, argument_texts) AS given (place, text) WHERE text IS NOT NULL
      ) AS placed
      WHERE place < run_starts[run] + run_sizes[run]
    );
  END IF;

  IF fresh = (SELECT sum(size) FROM unnest(delivery_sizes) AS size) AND cardinality(tally_counts) = 0 THEN
    RETURN;
  END IF;
  WITH kept AS (
    SELECT delivery, sum(size) AS fresh
    FROM unnest(run_deliveries, run_sizes) AS given (delivery, size) GROUP BY delivery
  ), outcome AS (
    SELECT delivery, day, size, coalesce(fresh, 0) AS fresh
    FROM unnest(delivery_sizes, delivery_days) WITH ORDINALITY AS given (size, day, delivery)
    LEFT JOIN kept USING (delivery)
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
END
$$;
`;

/**
 * Version 4, the function that stores events. The row of the ledger, which it changes first, is also what makes looking
 * for an event and storing it one step: nobody else stores anything in between.
 */
export function createAppendRuns(also: AppendSearches = { repeated: "", completed: "" }): string {
  return findRepeated + also.repeated + cutAndComplete + also.completed + store;
}
