import type { EventPage, EventScan, StoredEvent } from "../StoredEvent.ts";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { storedEvents, withMarks } from "./factSources.ts";
import { LogCursor, type WriterPosition, settlingTime } from "./LogCursor.ts";
import { type LogRow, rowToEvent } from "./LogRow.ts";
import { whereFilter } from "./whereFilter.ts";

/** Reads events as they were stored. */
export class ClickHouseEvents {
  readonly #connection: ClickHouseConnection;

  constructor(connection: ClickHouseConnection) {
    this.#connection = connection;
  }

  async latest(limit: number): Promise<readonly StoredEvent[]> {
    // Some of the newest rows may be copies of an event that stands further back.
    for (let read = 2 * limit; ; read *= 2) {
      const events = await this.#latestOf(read, limit);
      if (events.length === limit || read >= (await this.#countRows())) return events;
    }
  }

  /** Where a scan begins that reads only what is stored from now on. */
  async end(): Promise<string> {
    const newest = "(SELECT position FROM log ORDER BY position DESC LIMIT 1)";
    const read = await this.#writersWhere(`position + ${settlingTime} >= ${newest}`);
    return LogCursor.start.advance(read).toString();
  }

  async scan({ after, limit, occurred, filter }: EventScan): Promise<EventPage> {
    const place = LogCursor.parse(after);
    // The bound comes first: what is stored in between belongs to the next page.
    const visible = await this.#writersWhere(place.after);
    const bound = place.advance(visible);
    const range =
      occurred === undefined
        ? ""
        : `AND occurred_at >= ${occurred.from} AND occurred_at < ${occurred.before}`;
    const condition = `${place.after} AND ${bound.before} ${range} ${whereFilter(filter)}`;
    const rows = await this.#connection.rows<LogRow>(
      `${withMarks} SELECT * FROM ${storedEvents(condition)}
       ORDER BY position, writer LIMIT ${limit + 1}`,
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const isLast = rows.length <= limit;
    const end = isLast || last === undefined ? bound : place.advance(upTo(last, visible));
    return { events: page.map(rowToEvent), end: end.toString(), isLast };
  }

  async #latestOf(read: number, limit: number): Promise<readonly StoredEvent[]> {
    const newest = `position >= (
      SELECT min(position) FROM (
        SELECT position FROM log WHERE type = 'event' ORDER BY position DESC LIMIT ${read}))`;
    const rows = await this.#connection.rows<LogRow>(
      `${withMarks} SELECT * FROM ${storedEvents(newest)}
       ORDER BY position DESC, writer DESC LIMIT ${limit}`,
    );
    return rows.map(rowToEvent);
  }

  async #countRows(): Promise<number> {
    const [row] = await this.#connection.rows<{ readonly rows: number }>(
      "SELECT count() AS rows FROM log",
    );
    return row?.rows ?? 0;
  }

  async #writersWhere(condition: string): Promise<readonly WriterPosition[]> {
    const rows = await this.#connection.rows<{ readonly writer: number; readonly last: number }>(
      `SELECT writer, max(position) AS last FROM log WHERE ${condition} GROUP BY writer`,
    );
    return rows.map(({ writer, last }) => ({ writer, position: last }));
  }
}

/** How far each writer has been read when rows are read in order up to a last one. */
function upTo(last: LogRow, visible: readonly WriterPosition[]): readonly WriterPosition[] {
  return visible.map(({ writer, position }) => ({
    writer,
    position: Math.min(position, writer > last.writer ? last.position - 1 : last.position),
  }));
}
