import { createAppendRuns } from "./createAppendRuns.ts";

/**
 * By what an event in a joined run is found, as one number: 256 people, and a quarter of an hour or so (the first 28 bits
 * of an ID). So there are few such numbers, and yet few runs to each, because runs are made of neighbours.
 */
export const joinedKey = (person: string, id: string) =>
  `((${person} >> 8)::bigint << 32 | ('x' || left(${id}::text, 8))::bit(32)::bigint) >> 4`;

/**
 * Which runs are small, so that they are to be joined: as long as they wait for that, an index has them in the order in
 * which they came.
 */
export const isSmall = "people IS NULL AND coalesce(cardinality(ids), 1) < 16";

/**
 * Version 6: small runs, as they come in deliveries of a few events, are joined afterwards into runs of several people and
 * deliveries. They go to partitions of their own, whose number is `slot + 129`: so the space of what was small is used
 * again by what comes next, and given back when nothing comes.
 *
 * A joined run has no `key` and no `person`, but `people`, one for each event; `numbers` says how far the number of each is
 * beyond `sequence` (missing where there is no gap), `received` and `skews` what is to be added to `received_at` and
 * `skew`, and `origins` stands for an `origin` that is not the same for all. What somebody sends again is found by
 * `joined_keys`. `event_span.last_id` is the highest ID in a partition of joined runs: what is beyond
 * it, as nearly all that comes is, need not be looked for.
 */
export const createJoins = `
ALTER TABLE event_run
  ADD COLUMN last_sequence bigint, ADD COLUMN last_received_at bigint, ADD COLUMN numbers integer[],
  ADD COLUMN people integer[], ADD COLUMN origins integer[], ADD COLUMN received integer[], ADD COLUMN skews integer[],
  ALTER COLUMN key DROP NOT NULL, ALTER COLUMN person DROP NOT NULL, ALTER COLUMN origin DROP NOT NULL;
CREATE INDEX event_run_small ON event_run (sequence) WHERE ${isSmall};
DROP INDEX event_run_order;
CREATE INDEX event_run_order
  ON event_run USING brin (sequence, last_sequence, received_at, occurred_at, last_occurred_at)
  WITH (pages_per_range = 16, autosummarize = on);
ALTER TABLE event_span ADD COLUMN last_id uuid;

DROP VIEW whole_run;
CREATE VIEW whole_run AS
SELECT sequence, last_sequence, received_at, occurred_at, last_occurred_at, skew, person, origin, slot,
       coalesce(ids, ARRAY[key]) AS ids, coalesce(facets, ARRAY[facet]) AS facets,
       coalesce(elapsed, '{0}') AS elapsed, numbers, people, origins, received, skews, flags, detail_places,
       outcomes, durations, completes, counted_as, steps, arguments
FROM event_run;

CREATE FUNCTION joined_keys(people integer[], ids uuid[]) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT ${joinedKey("person", "id")}) FROM unnest(people, ids) AS event (person, id)
$$;

CREATE OR REPLACE FUNCTION make_event_partition(slot integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  is_joined boolean := slot >= 128;
  day integer := slot - CASE WHEN is_joined THEN 129 ELSE 0 END;
  name text := CASE WHEN is_joined THEN 'joined_run_' ELSE 'event_run_' END
               || CASE WHEN day < 0 THEN 'undated' ELSE day::text END;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('action-telemetry'), 1);
  IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE event_run INCLUDING DEFAULTS, CHECK (slot = %s))', name, slot);
  EXECUTE format('ALTER TABLE event_run ATTACH PARTITION %I FOR VALUES IN (%s)', name, slot);
  IF is_joined THEN
    EXECUTE format('CREATE INDEX ON %I USING gin (joined_keys(people, ids)) WITH (fastupdate = off)', name);
  END IF;
END
$$;

CREATE FUNCTION find_joined(
  joined_slot integer, given_people integer[], given_ids uuid[],
  -- Which of the given events there is, from 1, and its facet.
  OUT place integer, OUT facet integer
) RETURNS SETOF record LANGUAGE plpgsql
SET enable_seqscan = off SET enable_indexscan = off SET enable_bitmapscan = on
AS $$
BEGIN
  RETURN QUERY
  SELECT given.place::integer, known.facet
  FROM (
    SELECT DISTINCT ${joinedKey("person", "id")} AS key FROM unnest(given_people, given_ids) AS given (person, id)
  ) AS wanted
  JOIN event_run AS run ON run.slot = joined_slot AND joined_keys(run.people, run.ids) @> ARRAY[wanted.key]
  CROSS JOIN LATERAL unnest(run.people, run.ids, run.facets) AS known (person, id, facet)
  JOIN unnest(given_people, given_ids) WITH ORDINALITY AS given (person, id, place)
    ON given.id = known.id AND given.person = known.person;
END
$$;
${createAppendRuns({
  // After the others: what is joined meanwhile is found here, or was found there.
  repeated: `
  FOR this_slot IN
    SELECT DISTINCT given.slot FROM unnest(run_slots, run_keys) AS given (slot, key)
    JOIN event_span AS span ON span.slot = given.slot + 129 AND span.last_id >= given.key
  LOOP
    repeated := repeated || ARRAY(
      SELECT there_places[found.place]
      FROM (
        SELECT array_agg(place) AS there_places, array_agg(run_people[run]) AS there_people,
               array_agg(event_ids[place]) AS there_ids
        FROM (
          SELECT run, generate_series(first, first + size - 1) AS place
          FROM unnest(run_starts, run_sizes, run_slots) WITH ORDINALITY AS given (first, size, slot, run)
          WHERE slot = this_slot
        ) AS every
      ) AS there
      CROSS JOIN LATERAL find_joined(this_slot + 129, there_people, there_ids) AS found
    );
  END LOOP;
`,
  completed: `
    FOR this_slot IN
      SELECT DISTINCT given.slot FROM unnest(completed_slots, completed) AS given (slot, id)
      JOIN event_span AS span ON span.slot = given.slot + 129 AND span.last_id >= given.id
    LOOP
      SELECT array_agg(coalesce(given.facet, found.facet) ORDER BY given.place) INTO completed_facets
      FROM unnest(completed_facets) WITH ORDINALITY AS given (facet, place)
      LEFT JOIN find_joined(
        this_slot + 129,
        ARRAY(SELECT run_people[width_bucket(place, run_starts)] FROM unnest(places) WITH ORDINALITY AS given (place, nth)
              ORDER BY nth),
        completed
      ) AS found ON found.place = given.place;
    END LOOP;`,
})}`;
