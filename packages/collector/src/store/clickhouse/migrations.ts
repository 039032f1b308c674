/** Every part is on disk before the insert that made it is answered. */
const durable = "fsync_after_insert = 1, fsync_part_directory = 1";

/** The first of several inserts with one token stands: what makes one of many the winner, without transactions. */
const once = `${durable}, non_replicated_deduplication_window = 10000`;

/** What is there already may come again: it need not be one insert. */
const manyBlocks =
  "min_insert_block_size_rows = 1000000, insert_deduplicate = 0, optimize_aggregation_in_order = 1";

/**
 * The schema's history: statements, each of which may be run again. Entries are never edited once released, only added.
 * `{Replicated}` becomes the prefix of the engines' names where the database replicates.
 *
 * `log` holds what was received, in the order of its commit: `position` counts up by the server's clock (microseconds
 * since 1970), each number once for a `writer`; `type` is `event` or, for something that was counted instead, `tally`. An
 * event that completes another names what it is counted under by `of_…`. `roll_up` holds sums per day, which merge by
 * themselves; its rows of the type `mark` say how far each writer's events are in the sums. From version 3 on it holds
 * each sum by fewer columns, too, under types of their own.
 * `flags`: 1 alt, 2 not trusted, 4 clock ahead, 8 clock behind. `step` is -1 where there is no duration.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE IF NOT EXISTS log (
       position UInt64 CODEC(Delta, ZSTD),
       writer UInt32 CODEC(ZSTD),
       type LowCardinality(String),
       is_loaded UInt8 CODEC(ZSTD),
       id UUID CODEC(ZSTD),
       person String CODEC(ZSTD),
       kind LowCardinality(String),
       name LowCardinality(String),
       surface LowCardinality(String),
       \`trigger\` LowCardinality(String),
       source LowCardinality(String),
       platform LowCardinality(String),
       instance_url LowCardinality(String),
       client_name LowCardinality(String),
       client_version LowCardinality(String),
       received_at Int64 CODEC(Delta, ZSTD),
       occurred_at Int64 CODEC(Delta, ZSTD),
       client_time Int64 CODEC(Delta, ZSTD),
       flags UInt8 CODEC(ZSTD),
       arguments String CODEC(ZSTD),
       outcome LowCardinality(String),
       duration_ms Nullable(Float64) CODEC(ZSTD),
       step Int16 CODEC(ZSTD),
       completes Nullable(UUID) CODEC(ZSTD),
       of_kind LowCardinality(String),
       of_name LowCardinality(String),
       of_surface LowCardinality(String),
       of_trigger LowCardinality(String),
       count UInt64 CODEC(ZSTD),
       INDEX occurred_at occurred_at TYPE minmax,
       PROJECTION by_key (SELECT person, id, position ORDER BY person, id)
     ) ENGINE = {Replicated}MergeTree
     PARTITION BY intDiv(received_at, 604800000)
     ORDER BY (position, writer)
     SETTINGS ${durable}, lightweight_mutation_projection_mode = 'rebuild'`,

    `CREATE TABLE IF NOT EXISTS roll_up (
       type LowCardinality(String),
       bucket Int32,
       person String CODEC(ZSTD),
       kind LowCardinality(String),
       name LowCardinality(String),
       surface LowCardinality(String),
       \`trigger\` LowCardinality(String),
       source LowCardinality(String),
       platform LowCardinality(String),
       outcome LowCardinality(String),
       step Int16,
       writer UInt32,
       executions SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD),
       synthetic SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD),
       count SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD),
       position SimpleAggregateFunction(max, UInt64) CODEC(ZSTD)
     ) ENGINE = {Replicated}AggregatingMergeTree
     PRIMARY KEY (type, bucket, person)
     ORDER BY (type, bucket, person, kind, name, surface, \`trigger\`, source, platform, outcome, step, writer)
     SETTINGS ${once}`,

    `CREATE TABLE IF NOT EXISTS erasure (digest String)
     ENGINE = {Replicated}ReplacingMergeTree ORDER BY digest SETTINGS ${durable}`,

    `CREATE TABLE IF NOT EXISTS ping (week Int32, body String)
     ENGINE = {Replicated}MergeTree ORDER BY week SETTINGS ${once}`,

    `CREATE TABLE IF NOT EXISTS ping_answer (week Int32, noted_at DateTime64(6) DEFAULT now64(6), at Int64, status UInt16)
     ENGINE = {Replicated}ReplacingMergeTree(noted_at) ORDER BY week SETTINGS ${durable}`,

    `CREATE TABLE IF NOT EXISTS error_report (position UInt64 DEFAULT toUnixTimestamp64Micro(now64(6)), error_id String, received_at Int64, body String CODEC(ZSTD))
     ENGINE = {Replicated}MergeTree ORDER BY position SETTINGS ${once}`,

    `CREATE TABLE IF NOT EXISTS claim (task String, epoch UInt64, holder String, until Int64, bid String)
     ENGINE = {Replicated}ReplacingMergeTree(epoch) ORDER BY task SETTINGS ${once}`,
  ],
  [`ALTER TABLE ping_answer ADD COLUMN IF NOT EXISTS text String`],
  [
    `INSERT INTO roll_up (type, bucket, kind, name, surface, \`trigger\`, source, platform, step, executions, synthetic)
     SETTINGS insert_deduplicate = 1, insert_deduplication_token = 'total, named'
     SELECT grain, bucket, kind, if(grain = 'named', sums.name, ''), surface,
            if(grain = 'named', '', sums.\`trigger\`), if(grain = 'named', '', sums.source), if(grain = 'named', '', sums.platform),
            -1, sum(sums.executions), sum(sums.synthetic)
     FROM (SELECT *, arrayJoin(['total', 'named']) AS grain FROM roll_up WHERE type = 'count') AS sums
     GROUP BY ALL`,
    `INSERT INTO roll_up (type, bucket, person, kind, source, platform, step)
     SETTINGS ${manyBlocks}
     SELECT 'visitor', bucket, person, kind, source, platform, -1 FROM roll_up WHERE type = 'person'
     GROUP BY bucket, person, kind, source, platform`,
    `INSERT INTO roll_up (type, bucket, person, kind, surface, \`trigger\`, source, platform, step)
     SETTINGS ${manyBlocks}
     SELECT 'visit', bucket, person, kind, surface, \`trigger\`, source, platform, -1 FROM roll_up WHERE type = 'person'
     GROUP BY bucket, person, kind, surface, \`trigger\`, source, platform`,
  ],
];
