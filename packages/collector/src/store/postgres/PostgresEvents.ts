import type { EventPage, EventScan, StoredEvent } from "../StoredEvent.ts";
import { filterValues, whereFacet } from "./whereFacet.ts";
import { mostEvents } from "./EventRun.ts";
import { EventSpans, whereSlot } from "./EventSpans.ts";
import type { Runner } from "./PostgresConnections.ts";
import { type EventRow, rowToStoredEvent, storedEventQuery } from "./storedEventQuery.ts";

/** How many numbers of the sequence are looked at first for some events; each further look takes four times as many. */
const firstSpan = 10_000;

interface Range {
  /** Excluded. */
  readonly after: number;
  readonly last: number;
}

/**
 * Reads events as they were stored. Rows lie in the order of `sequence`, and where they lie is indexed only roughly: so a
 * range of it is read at a time.
 */
export class PostgresEvents {
  readonly #runner: Runner;
  readonly #spans: EventSpans;

  constructor(runner: Runner) {
    this.#runner = runner;
    this.#spans = new EventSpans(runner);
  }

  async latest(limit: number): Promise<readonly StoredEvent[]> {
    const found: EventRow[] = [];
    let last = await this.#highest();
    for (let span = limit; last > 0 && found.length < limit; span *= 4) {
      const after = Math.max(0, last - span);
      found.push(...(await this.#read({ after, last }, limit - found.length, "DESC")));
      last = after;
    }
    return found.map(rowToStoredEvent);
  }

  async scan({ after, limit, ...options }: EventScan): Promise<EventPage> {
    // The bound comes first: what is stored in between belongs to the next page.
    const highest = await this.#highest();
    const found: EventRow[] = [];
    let place = readPlace(after);
    // What passes everything is read as it lies; there are few numbers without an event.
    let span =
      options.filter === undefined && options.occurred === undefined ? limit + 1 : firstSpan;
    for (; place < highest && found.length <= limit; span *= 4) {
      const last = Math.min(highest, place + span);
      const missing = limit + 1 - found.length;
      found.push(...(await this.#read({ after: place, last }, missing, "ASC", options)));
      place = last;
    }
    const isLast = found.length <= limit;
    const page = isLast ? found : found.slice(0, limit);
    const end = isLast ? Math.max(highest, readPlace(after)) : page.at(-1)?.sequence;
    return { events: page.map(rowToStoredEvent), end: String(end), isLast };
  }

  async end(): Promise<string> {
    return String(await this.#highest());
  }

  /** Nothing that is committed later has a lower number: who stores events takes numbers in turn. */
  async #highest(): Promise<number> {
    const [row] = await this.#runner.rows<{ sequence: number }>("SELECT sequence FROM ledger");
    return row?.sequence ?? 0;
  }

  async #read(
    { after, last }: Range,
    limit: number,
    order: "ASC" | "DESC",
    { occurred, filter }: Pick<EventScan, "occurred" | "filter"> = {},
  ): Promise<readonly EventRow[]> {
    const bounds = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER, ...occurred };
    const slots = await this.#spans.storedWithin(after, last, bounds);
    if (slots.length === 0) return [];
    const facets = `ARRAY(SELECT id FROM facet WHERE true ${whereFacet(filter, 6)})`;
    const isFiltered = filterValues(filter).length > 0;
    const query = storedEventQuery({
      runs: `${whereSlot(slots)} AND (sequence > $1::bigint - ${mostEvents} OR last_sequence > $1) AND sequence <= $2
        AND last_occurred_at >= $3 AND occurred_at < $4 ${isFiltered ? `AND facets && ${facets}` : ""}`,
      events: `sequence > $1 AND sequence <= $2 AND occurred_at >= $3 AND occurred_at < $4
        ${isFiltered ? `AND facet = ANY (${facets})` : ""}`,
      limit: `ORDER BY sequence ${order} LIMIT $5`,
    });
    return this.#runner.rows<EventRow>(`${query} ORDER BY sequence ${order}`, [
      after,
      last,
      bounds.from,
      bounds.before,
      limit,
      ...filterValues(filter),
    ]);
  }
}

function readPlace(after: string | undefined): number {
  if (after === undefined) return 0;
  if (/^\d{1,15}$/u.test(after)) return Number(after);
  throw new RangeError(
    `@action-telemetry/collector: Expected \`after\` to be the \`end\` of a page, got ${JSON.stringify(after)}. ` +
      "Pages begin where another of the same store ended. Leave it out to begin with the oldest event.",
  );
}
