/**
 * Version 4: events in runs. A row of `event_run` has up to 64 events that came one after another in a delivery: their
 * IDs, facets and times (milliseconds after `occurred_at`) in arrays, in which they are numbered from 1, so that the n-th
 * has the number `sequence + n - 1`. They are alike in all that has a column of its own; `skew` leads from our clock to the
 * client's. `flags` is missing where all are 0; 16 marks a completion. What few events have is in arrays beside
 * `detail_places`, which says whose it is; an array is missing where nobody has any. An event that is alone in its row has
 * a `facet` and no such arrays, for that takes less room; `whole_run` gives it some.
 *
 * `key` finds the events of a person whose IDs begin with the same 32 bits, which is about a minute: it is the lowest such
 * ID, or of an event that is alone its own ID. Rows of either kind lie next to each other in the index. Of the first kind
 * there are no more than some for each minute, so that nobody can make it slow to look them through: what comes after them
 * is stored alone.
 */
export const createRuns = `
CREATE TABLE event_run (
  sequence bigint NOT NULL,
  received_at bigint NOT NULL,
  occurred_at bigint NOT NULL,
  last_occurred_at bigint NOT NULL,
  skew bigint NOT NULL,
  key uuid NOT NULL,
  person integer NOT NULL,
  origin integer NOT NULL,
  slot smallint NOT NULL,
  facet integer,
  ids uuid[],
  facets integer[],
  elapsed integer[],
  flags smallint[],
  detail_places smallint[],
  outcomes smallint[],
  durations double precision[],
  completes uuid[],
  counted_as integer[],
  steps smallint[],
  arguments text[]
) PARTITION BY LIST (slot);
CREATE INDEX event_run_key ON event_run (person, key);
CREATE INDEX event_run_order ON event_run USING brin (sequence, received_at, occurred_at, last_occurred_at)
  WITH (pages_per_range = 16, autosummarize = on);

CREATE VIEW whole_run AS
SELECT sequence, received_at, occurred_at, last_occurred_at, skew, person, origin, slot,
       coalesce(ids, ARRAY[key]) AS ids, coalesce(facets, ARRAY[facet]) AS facets,
       coalesce(elapsed, '{0}') AS elapsed, flags, detail_places, outcomes, durations, completes, counted_as,
       steps, arguments
FROM event_run;

CREATE OR REPLACE FUNCTION make_event_partition(slot integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text := 'event_run_' || CASE WHEN slot < 0 THEN 'undated' ELSE slot::text END;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('action-telemetry'), 1);
  IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE event_run INCLUDING DEFAULTS, CHECK (slot = %s))', name, slot);
  EXECUTE format('ALTER TABLE event_run ATTACH PARTITION %I FOR VALUES IN (%s)', name, slot);
END
$$;
`;
