import type { Migration } from "./migrate.ts";
import { addContexts } from "./addContexts.ts";
import { packEvents } from "./packEvents.ts";

/** `latencyStepOf` of the column `duration_ms`, -1 where there is none. */
const latencyStep =
  "CASE WHEN duration_ms IS NULL THEN -1 WHEN duration_ms <= 1 THEN 0 ELSE min(108, CAST(ceil(log2(duration_ms) * 4) AS INTEGER)) END";

/**
 * The schema's history. Entry N leads from version N to N + 1; entries are never edited once
 * released, only added. The version is kept in `PRAGMA user_version`.
 *
 * `person` and `origin` (each sending program) give long texts small numbers; `rollup_key` does so for what is counted by.
 * A `delivery` is one row with all its events, written by `encodeEvents`; `delivery_slot` and `listed_event` tell what is
 * known, see `EventKeys`. `count_block` and `people_block` are the roll-ups, see `placeNumber`; `name_with_arguments` holds the keys of
 * names of which an event ever carried arguments; `counter` holds up to which
 * delivery they count (`counted`). `erased_person.person` is set while there is still something of that person to delete.
 */
export const migrations: readonly Migration[] = [
  `
  CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    anonymized_user_id TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE origin (
    id INTEGER PRIMARY KEY,
    instance_url TEXT NOT NULL,
    client_name TEXT NOT NULL,
    client_version TEXT NOT NULL,
    UNIQUE (instance_url, client_name, client_version)
  ) STRICT;

  CREATE TABLE facet (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('action', 'event')),
    name TEXT NOT NULL,
    surface TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    UNIQUE (name, surface, "trigger", source, platform, kind)
  ) STRICT;

  CREATE TABLE event (
    sequence INTEGER PRIMARY KEY,
    event_id BLOB NOT NULL,
    person INTEGER NOT NULL REFERENCES person,
    facet INTEGER NOT NULL REFERENCES facet,
    origin INTEGER NOT NULL REFERENCES origin,
    received_at INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    client_time INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    arguments TEXT,
    outcome TEXT,
    duration_ms REAL,
    completes BLOB
  ) STRICT;

  CREATE UNIQUE INDEX event_key ON event (event_id, person);
  CREATE INDEX event_occurred_at ON event (occurred_at);

  CREATE TABLE day_count (
    day INTEGER NOT NULL,
    facet INTEGER NOT NULL REFERENCES facet,
    executions INTEGER NOT NULL,
    synthetic INTEGER NOT NULL,
    PRIMARY KEY (day, facet)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE day_person (
    day INTEGER NOT NULL,
    facet INTEGER NOT NULL REFERENCES facet,
    person INTEGER NOT NULL REFERENCES person,
    PRIMARY KEY (day, facet, person)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tally (
    day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, kind, reason)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE ping (
    week INTEGER PRIMARY KEY,
    body TEXT NOT NULL,
    answered_at INTEGER,
    status INTEGER
  ) STRICT;
  `,
  `
  CREATE TABLE error_report (
    sequence INTEGER PRIMARY KEY,
    error_id TEXT NOT NULL UNIQUE,
    received_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE erased_person (
    digest TEXT PRIMARY KEY,
    person INTEGER
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE day_completion (
    day INTEGER NOT NULL,
    facet INTEGER NOT NULL REFERENCES facet,
    outcome TEXT NOT NULL,
    step INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, facet, outcome, step)
  ) STRICT, WITHOUT ROWID;

  INSERT INTO day_completion (day, facet, outcome, step, count)
  SELECT occurred_at / 86400000, facet, outcome, ${latencyStep}, COUNT(*)
  FROM event WHERE completes IS NOT NULL AND outcome IS NOT NULL AND flags & 2 = 0
  GROUP BY 1, 2, 3, 4;

  CREATE TABLE claim (
    task TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE rollup_key (
    dimension INTEGER NOT NULL,
    number INTEGER NOT NULL,
    parts TEXT NOT NULL,
    PRIMARY KEY (dimension, number)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX rollup_key_parts ON rollup_key (dimension, parts);

  CREATE TABLE count_block (place INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
  CREATE TABLE people_block (place INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;

  CREATE TABLE delivery (
    sequence INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person,
    origin INTEGER NOT NULL REFERENCES origin,
    count INTEGER NOT NULL,
    events BLOB NOT NULL
  ) STRICT;
  CREATE INDEX delivery_received_at ON delivery (received_at);

  CREATE TABLE delivery_slot (
    person INTEGER NOT NULL REFERENCES person,
    slot INTEGER NOT NULL,
    delivery INTEGER NOT NULL REFERENCES delivery,
    PRIMARY KEY (person, slot, delivery)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE listed_event (
    person INTEGER NOT NULL REFERENCES person,
    event_id BLOB NOT NULL,
    delivery INTEGER NOT NULL REFERENCES delivery,
    PRIMARY KEY (person, event_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE name_with_arguments (key INTEGER PRIMARY KEY) STRICT;
  `,
  packEvents,
  `
  DROP TABLE event;
  DROP TABLE day_count;
  DROP TABLE day_person;
  DROP TABLE day_completion;
  DROP TABLE facet;
  DELETE FROM counter WHERE name <> 'counted';
  `,
  `ALTER TABLE ping ADD COLUMN answer TEXT NOT NULL DEFAULT ''`,
  addContexts,
];
