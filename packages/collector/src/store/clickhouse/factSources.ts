import { dayMs, hourMs } from "../../time/calendar.ts";
import { type LogCursor, settlingTime } from "./LogCursor.ts";
import { untrustedFlag } from "../flags.ts";

const marks = "(SELECT maxMap(map(writer, position)) FROM roll_up WHERE type = 'mark') AS marks";

/**
 * Begins every statement that reads one of the sources below: `marks` says how far each writer's rows are in the sums,
 * `floor` below which position there is nothing that is not. Read in the statement itself, so that sums and marks are of
 * one moment.
 */
export const withMarks = `
  WITH ${marks},
       (SELECT max(position) FROM roll_up WHERE type = 'mark') AS newest,
       if(newest > ${settlingTime}, newest - ${settlingTime}, 0) AS floor`;

/** The same without a floor: finds also what the server has stored later than it should. Reads all of `log`. */
export const withMarksOfAll = `WITH ${marks}, 0 AS floor`;

/** The condition that a row of `log` is not in the sums yet. */
export const isUncounted = "position > floor AND position > marks[writer]";

/**
 * Rows of `log` that are not in the sums yet, each event once: two collectors may have stored one at the same moment. The
 * first stands, but one that is counted before any other.
 */
export const uncountedRows = `(
  SELECT * FROM log WHERE ${isUncounted} AND (person, id) NOT IN (
    SELECT person, id FROM log WHERE position > floor AND position <= marks[writer]
      AND (person, id) IN (SELECT person, id FROM log WHERE ${isUncounted}))
  ORDER BY position, writer LIMIT 1 BY person, id)`;

/** Stored events, each once, of which a condition holds. What is in the sums is there once. */
export function storedEvents(condition: string): string {
  return `(
    SELECT * FROM log
    WHERE type = 'event' AND (position <= floor OR position <= marks[writer]) AND ${condition}
    UNION ALL
    SELECT * FROM ${uncountedRows} WHERE type = 'event' AND ${condition})`;
}

/** The columns of a fact: by what something is counted, then what is counted. */
export const factColumns =
  "type, bucket, person, kind, name, surface, `trigger`, source, platform, outcome, step, executions, synthetic, count";

const isTrusted = `bitAnd(flags, ${untrustedFlag}) = 0`;

/** What a row of `log` says, as facts of several types; of loaded events, the counts may come from elsewhere. */
function factTypes(isCounted: string): string {
  const action = `type = 'event' AND ${isCounted} AND completes IS NULL`;
  const completion = `type = 'event' AND ${isCounted} AND completes IS NOT NULL AND outcome != ''`;
  return `arrayFilter(t -> t != '', [
    if(${action}, 'count', ''),
    if(${action} AND ${isTrusted}, 'person', ''),
    if(${completion} AND ${isTrusted}, 'completion', ''),
    if(type = 'tally', 'tally', ''),
    if(arguments != '', 'arguments', '')])`;
}

/**
 * Facts that follow from rows of `log`: `count` (executions), `person` (who did something), `completion`, `tally`, and
 * `arguments` (that a name ever had some).
 */
function factsOf(rows: string, bucketMs: number, isCounted: string): string {
  return `(
    SELECT ${factColumns} FROM (
      SELECT fact AS type,
             if(fact = 'arguments', 0, toInt32(intDiv(if(fact = 'tally', received_at, occurred_at), ${bucketMs}))) AS bucket,
             if(fact = 'person', log.person, '') AS person,
             if(fact = 'completion', of_kind, log.kind) AS kind,
             if(fact = 'completion', of_name, log.name) AS name,
             if(fact = 'arguments', '', if(fact = 'completion', of_surface, log.surface)) AS surface,
             if(fact = 'arguments', '', if(fact = 'completion', of_trigger, log.\`trigger\`)) AS \`trigger\`,
             if(fact = 'arguments', '', log.source) AS source,
             if(fact = 'arguments', '', log.platform) AS platform,
             if(fact = 'completion', log.outcome, '') AS outcome,
             if(fact = 'completion', log.step, -1) AS step,
             toUInt64(fact = 'count' AND ${isTrusted}) AS executions,
             toUInt64(fact = 'count' AND NOT (${isTrusted})) AS synthetic,
             if(fact IN ('tally', 'completion'), log.count, 0) AS count
      FROM (SELECT *, arrayJoin(${factTypes(isCounted)}) AS fact FROM ${rows}) AS log))`;
}

/** Facts that are not in the sums yet, by UTC days. */
export function uncountedFacts(condition = "true"): string {
  return factsOf(`(SELECT * FROM ${uncountedRows} WHERE ${condition})`, dayMs, "NOT is_loaded");
}

/** Facts by UTC days of which a condition holds: the sums, and what is not in them yet. */
export function dailyFacts(condition: string): string {
  return `(
    SELECT ${factColumns} FROM roll_up WHERE ${condition}
    UNION ALL
    SELECT ${factColumns} FROM ${uncountedFacts()} WHERE ${condition})`;
}

/** From and until when something occurred, in milliseconds since 1970, the end excluded. */
interface Time {
  readonly from: number;
  readonly before: number;
}

function occurredIn({ from, before }: Time): string {
  return `occurred_at >= ${from} AND occurred_at < ${before}`;
}

/** Facts by UTC hours of what occurred in a time, from the events themselves. */
export function hourlyFacts(time: Time, condition: string): string {
  const rows = storedEvents(occurredIn(time));
  return `(SELECT ${factColumns} FROM ${factsOf(rows, hourMs, "true")} WHERE ${condition})`;
}

/** Types of facts that follow from events alone. */
export type EventFactType = "count" | "person" | "completion";

const facet = "kind, name, surface, `trigger`, source, platform";

/** As `factsOf` has them, in the order of `factColumns`; what each is of is written out, which is planned far faster. */
const factOfEvent: Readonly<
  Record<EventFactType, { readonly columns: string; readonly where: string }>
> = {
  count: {
    columns: `'' AS person, ${facet}, '' AS outcome, -1 AS step, toUInt64(${isTrusted}) AS executions,
              toUInt64(NOT (${isTrusted})) AS synthetic, toUInt64(0) AS count`,
    where: "completes IS NULL",
  },
  person: {
    columns: `person, ${facet}, '' AS outcome, -1 AS step, toUInt64(0) AS executions, toUInt64(0) AS synthetic, toUInt64(0) AS count`,
    where: `completes IS NULL AND ${isTrusted}`,
  },
  completion: {
    columns: `'' AS person, of_kind AS kind, of_name AS name, of_surface AS surface, of_trigger AS \`trigger\`,
              source, platform, outcome, step, toUInt64(0) AS executions, toUInt64(0) AS synthetic, count`,
    where: `completes IS NOT NULL AND outcome != '' AND ${isTrusted}`,
  },
};

/** Facts by UTC hours of what occurred in a time, of the events before a place, which are in the sums. */
export function hourlyFactsBefore(
  place: LogCursor,
  time: Time,
  types: readonly EventFactType[],
): string {
  const sources = types.map((type) => {
    const { columns, where } = factOfEvent[type];
    return `SELECT '${type}' AS type, toInt32(intDiv(occurred_at, ${hourMs})) AS bucket, ${columns}
            FROM (SELECT * FROM log WHERE type = 'event' AND ${place.before} AND ${occurredIn(time)}) WHERE ${where}`;
  });
  return `(${sources.join(" UNION ALL ")})`;
}
