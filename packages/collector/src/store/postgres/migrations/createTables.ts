/**
 * Version 1, the tables.
 *
 * `facet` holds each combination of what events are counted by once, `origin` each sending program, `person` each user: an
 * event refers to them by small numbers. `ledger` has one row, which every transaction that stores events changes first:
 * so they take turns, and a higher `sequence` is always committed later. `event` has a partition for each day of its IDs,
 * see `slotOf`; an ID always lands in the same one, which makes its index unique over all of them. `event_span` says between
 * which bounds the events of each lie, so that few partitions have to be looked into.
 * `event.flags` is that of `encodeFlags`, `event.outcome` a place in `outcomes`; `event.counted_as` is the facet under which
 * a completion counts. `day_person` has who did what on which day, until the day is over: then
 * they move into `people_set`, see `PeoplePlace`. `step` is that of `latencyStepOf`, -1 where completions carry no duration.
 */
export const createTables = `
CREATE TABLE ledger (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  sequence bigint NOT NULL,
  erasures bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO ledger (sequence, erasures) VALUES (0, 0);

CREATE TABLE person (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  anonymized_user_id text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE origin (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instance_url text COLLATE "C" NOT NULL,
  client_name text COLLATE "C" NOT NULL,
  client_version text COLLATE "C" NOT NULL,
  UNIQUE (instance_url, client_name, client_version)
);

CREATE TABLE facet (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('action', 'event')),
  name text COLLATE "C" NOT NULL,
  surface text COLLATE "C" NOT NULL,
  "trigger" text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  platform text COLLATE "C" NOT NULL,
  has_arguments boolean NOT NULL DEFAULT false,
  UNIQUE (name, surface, "trigger", source, platform, kind)
);

CREATE TABLE event (
  sequence bigint NOT NULL,
  received_at bigint NOT NULL,
  occurred_at bigint NOT NULL,
  client_time bigint NOT NULL,
  event_id uuid NOT NULL,
  person integer NOT NULL,
  facet integer NOT NULL,
  origin integer NOT NULL,
  slot smallint NOT NULL,
  flags smallint NOT NULL,
  outcome smallint,
  step smallint,
  counted_as integer,
  duration_ms double precision,
  completes uuid,
  arguments text
) PARTITION BY LIST (slot);
CREATE UNIQUE INDEX event_key ON event (event_id, person, slot);
CREATE INDEX event_order ON event USING brin (sequence, received_at, occurred_at)
  WITH (pages_per_range = 32, autosummarize = on);

CREATE TABLE event_span (
  slot smallint PRIMARY KEY,
  first_sequence bigint NOT NULL,
  last_sequence bigint NOT NULL,
  first_received_at bigint NOT NULL,
  first_occurred_at bigint NOT NULL,
  last_occurred_at bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE day_count (
  day integer NOT NULL,
  facet integer NOT NULL,
  executions bigint NOT NULL,
  synthetic bigint NOT NULL,
  PRIMARY KEY (day, facet)
) WITH (fillfactor = 50);

CREATE TABLE day_person (
  day integer NOT NULL,
  facet integer NOT NULL,
  person integer NOT NULL,
  PRIMARY KEY (day, facet, person)
);

CREATE TABLE people_set (
  unit smallint NOT NULL,
  dimension smallint NOT NULL,
  bucket integer NOT NULL,
  key integer NOT NULL,
  chunk smallint NOT NULL,
  people bytea NOT NULL,
  PRIMARY KEY (unit, dimension, bucket, key, chunk)
);
ALTER TABLE people_set ALTER COLUMN people SET STORAGE EXTERNAL;

CREATE TABLE day_completion (
  day integer NOT NULL,
  facet integer NOT NULL,
  outcome smallint NOT NULL,
  step smallint NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (day, facet, outcome, step)
) WITH (fillfactor = 50);

CREATE TABLE tally (
  day integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (day, kind, reason)
) WITH (fillfactor = 50);

CREATE TABLE ping (
  week integer PRIMARY KEY,
  body text NOT NULL,
  answered_at bigint,
  status integer
);

CREATE TABLE error_report (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  error_id text NOT NULL UNIQUE,
  received_at bigint NOT NULL,
  body text NOT NULL
);

CREATE TABLE erased_person (
  digest text PRIMARY KEY
);

CREATE TABLE claim (
  task text PRIMARY KEY,
  holder text NOT NULL,
  until bigint NOT NULL
);
`;
