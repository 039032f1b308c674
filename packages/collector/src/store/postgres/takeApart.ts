/** Which runs, and which events of them; all of it comes from the code alone. */
export interface ApartSource {
  /** What follows `FROM`: rows with the columns of `whole_run`. */
  readonly runs: string;
  /** A condition on `first` (the number of the run), `sequence`, `received_at`, `occurred_at`, `person` and `facet`. @default all */
  readonly events?: string;
  /** An order and a limit. @default none */
  readonly limit?: string;
}

/** Selects the events in runs, a row for each. */
export function takeApart({ runs, events = "true", limit = "OFFSET 0" }: ApartSource): string {
  // What is not wanted is left out before details are looked up, and arrays are left behind.
  return `
  SELECT first, sequence, received_at, occurred_at, skew, event_id, person, facet, origin, flags,
         outcomes[detail] AS outcome, durations[detail] AS duration_ms, completes[detail] AS completes,
         counted_as[detail] AS counted_as, steps[detail] AS step, arguments[detail] AS arguments
  FROM (
    SELECT *, array_position(detail_places, place::smallint) AS detail
    FROM (
      SELECT first, place, first + coalesce(number, place - 1) AS sequence,
             run_received_at + coalesce(received, 0) AS received_at, started_at + elapsed AS occurred_at,
             run_skew + coalesce(skew, 0) AS skew, event_id, coalesce(person, run_person) AS person, facet,
             coalesce(origin, run_origin) AS origin, coalesce(flags, 0) AS flags,
             detail_places, outcomes, durations, completes, counted_as, steps, arguments
      FROM (
        SELECT sequence AS first, received_at AS run_received_at, occurred_at AS started_at, skew AS run_skew,
               person AS run_person, origin AS run_origin, detail_places, outcomes, durations, completes,
               counted_as, steps, arguments, generate_subscripts(ids, 1) AS place,
               unnest(ids) AS event_id, unnest(facets) AS facet, unnest(elapsed) AS elapsed,
               unnest(flags) AS flags, unnest(numbers) AS number, unnest(people) AS person,
               unnest(origins) AS origin, unnest(received) AS received, unnest(skews) AS skew
        FROM ${runs}
      ) AS apart
    ) AS whole
    WHERE ${events} ${limit}
  ) AS wanted`;
}
