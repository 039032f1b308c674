/**
 * Version 1, the functions.
 *
 * `append_events` stores the events of several deliveries in one statement, and so in one transaction and one round trip:
 * nothing can be left half-done, and no lock outlives a collector that dies. It returns the places of those that were new,
 * or null if all were.
 */
export const createFunctions = `
CREATE FUNCTION make_event_partition(slot integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text := 'event_' || CASE WHEN slot < 0 THEN 'undated' ELSE slot::text END;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('action-telemetry'), 1);
  IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE event INCLUDING DEFAULTS, CHECK (slot = %s))', name, slot);
  EXECUTE format('ALTER TABLE event ATTACH PARTITION %I FOR VALUES IN (%s)', name, slot);
END
$$;

CREATE FUNCTION day_of(moment bigint) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT floor(moment::double precision / 86400000)::integer
$$;

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
  ), counted AS (
    INSERT INTO day_count (day, facet, executions, synthetic)
    SELECT day, facet, count(*) FILTER (WHERE flags & 2 = 0), count(*) FILTER (WHERE flags & 2 <> 0)
    FROM added WHERE with_counts AND counted_as IS NULL GROUP BY day, facet
    ON CONFLICT (day, facet) DO UPDATE SET executions = day_count.executions + excluded.executions,
                                           synthetic = day_count.synthetic + excluded.synthetic
  ), met AS (
    INSERT INTO day_person (day, facet, person)
    SELECT DISTINCT day, facet, person FROM added
    WHERE with_counts AND counted_as IS NULL AND flags & 2 = 0
    ON CONFLICT DO NOTHING
  ), ended AS (
    INSERT INTO day_completion (day, facet, outcome, step, count)
    SELECT day, counted_as, outcome, step, count(*)
    FROM added
    WHERE with_counts AND counted_as IS NOT NULL AND outcome IS NOT NULL AND flags & 2 = 0
    GROUP BY day, counted_as, outcome, step
    ON CONFLICT (day, facet, outcome, step) DO UPDATE SET count = day_completion.count + excluded.count
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
