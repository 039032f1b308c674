import { PendingCounts } from "../../rollups/PendingCounts.ts";
import type { Runner } from "../PostgresConnections.ts";

/** In `pending_count.people`: an execution by a script, and one of a person who was erased. */
const script = 0;
export const erased = -1;

/** A row of the table `pending_count`: an element of each array for each execution, or for each completion. */
export interface PendingRow {
  readonly sequence: number;
  /** As `array_send` writes them. */
  readonly days: Buffer;
  readonly facets: Buffer;
  readonly people: Buffer;
  readonly completion_days: Buffer;
  /** See `completionKey`. */
  readonly completions: Buffer;
}

/** The columns of a `PendingRow`. */
export const pendingColumns = `sequence, array_send(days) AS days, array_send(facets) AS facets,
  array_send(people) AS people, array_send(completion_days) AS completion_days,
  array_send(completions) AS completions`;

/** Where the elements of an array of integers begin, and how many bytes each has, its length among them. */
const headerBytes = 20;
const elementBytes = 8;
const largeElementBytes = 12;
const valueOffset = 4;

/** Counts what a row holds. */
export function countPending(counts: PendingCounts, row: PendingRow): void {
  const { days, facets, people, completion_days: completionDays, completions } = row;
  for (let offset = headerBytes + valueOffset; offset < people.length; offset += elementBytes) {
    const day = days.readInt32BE(offset);
    const facet = facets.readInt32BE(offset);
    const person = people.readInt32BE(offset);
    counts.addCounts(day, facet, person === script ? 0 : 1, person === script ? 1 : 0);
    if (person > 0) counts.addPerson(day, facet, person);
  }
  let offset = headerBytes + valueOffset;
  for (const day of elementsOf(completionDays)) {
    counts.addCompletions(day, Number(completions.readBigInt64BE(offset)), 1);
    offset += largeElementBytes;
  }
}

/** The elements of an array of integers, as `array_send` writes it. */
export function* elementsOf(array: Buffer): Generator<number, void, undefined> {
  for (let offset = headerBytes + valueOffset; offset < array.length; offset += elementBytes) {
    yield array.readInt32BE(offset);
  }
}

/** Reads all that is not in the roll-ups yet. */
export async function readOpen(runner: Runner): Promise<PendingCounts> {
  const open = new PendingCounts();
  const pending = await runner.rows<PendingRow>(`SELECT ${pendingColumns} FROM pending_count`);
  for (const row of pending) countPending(open, row);
  return open;
}
