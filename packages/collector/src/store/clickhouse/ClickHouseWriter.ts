import type { AppendResult, Delivery, Tally } from "../EventRecord.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { Knowledge } from "./Knowledge.ts";
import type { LogInserter } from "./LogInserter.ts";
import { type UnplacedRow, tallyToRow } from "./LogRow.ts";

/** Writes deliveries, a group of them as one insert. */
export class ClickHouseWriter {
  readonly #connection: ClickHouseConnection;
  readonly #inserter: LogInserter;
  readonly #noteAppended: (rows: number) => void;
  #writing: Promise<unknown> = Promise.resolve();

  /** @param noteAppended - Is told how many rows were stored. */
  constructor(
    connection: ClickHouseConnection,
    inserter: LogInserter,
    noteAppended: (rows: number) => void,
  ) {
    this.#connection = connection;
    this.#inserter = inserter;
    this.#noteAppended = noteAppended;
  }

  /** Stores all deliveries, or rejects. Resolves after the commit. */
  write(deliveries: readonly Delivery[]): Promise<readonly AppendResult[]> {
    const written = this.#write(deliveries);
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** Resolves when what is being written has ended: what begins later knows of every erasure before this call. */
  async settle(): Promise<void> {
    await this.#writing;
  }

  async #write(deliveries: readonly Delivery[]): Promise<readonly AppendResult[]> {
    const events = deliveries.map(toStoredEvents);
    const knowledge = await Knowledge.of(this.#connection, events.flat());
    const rows: UnplacedRow[] = [];
    const results = deliveries.map((delivery, index) =>
      addRows(rows, knowledge, delivery, events[index] ?? []),
    );
    await this.#inserter.insert(rows, knowledge.now);
    this.#noteAppended(rows.length);
    return results;
  }
}

/** Adds the rows of a delivery, and counts what becomes of it. */
function addRows(
  rows: UnplacedRow[],
  knowledge: Knowledge,
  { receivedAt, anonymizedUserId, tallies }: Delivery,
  events: readonly StoredEvent[],
): AppendResult {
  const count = (tally: Tally) => {
    if (tally.count > 0) rows.push(tallyToRow(tally, receivedAt));
  };
  if (knowledge.isErased(anonymizedUserId)) {
    count({ kind: "rejected", reason: "erased-user", count: events.length });
    return { accepted: 0, duplicates: events.length };
  }
  const moved = { future: 0, past: 0 };
  let accepted = 0;
  for (const event of events) {
    const row = knowledge.rowOf(event);
    if (row === undefined) continue;
    rows.push(row);
    accepted += 1;
    if (event.clock !== "kept") moved[event.clock] += 1;
  }
  const duplicates = events.length - accepted;
  count({ kind: "clock", reason: "future", count: moved.future });
  count({ kind: "clock", reason: "past", count: moved.past });
  count({ kind: "duplicate", reason: "sent-again", count: duplicates });
  // A batch that brought nothing new is a repetition: what it counts has been counted.
  const isRepetition = duplicates > 0 && accepted === 0;
  if (!isRepetition) tallies.forEach(count);
  return { accepted, duplicates };
}

function toStoredEvents(delivery: Delivery): readonly StoredEvent[] {
  const { events, tallies: _, ...common } = delivery;
  return events.map((event) => ({ ...event, ...common }));
}
