import { PendingCounts } from "../../rollups/PendingCounts.ts";
import type { Runner } from "../PostgresConnections.ts";
import { completionKey } from "./FacetTable.ts";

/** In `pending_count.people`: an execution by a script, and one of a person who was erased. */
const script = 0;
export const erased = -1;

/** A row of the table `pending_count`: an element of each array for each execution. */
export interface PendingRow {
  readonly sequence: number;
  /** As `array_send` writes them. */
  readonly days: Buffer;
  readonly facets: Buffer;
  readonly people: Buffer;
}

/** The columns of a `PendingRow`. */
export const pendingColumns =
  "sequence, array_send(days) AS days, array_send(facets) AS facets, array_send(people) AS people";

/** Where the elements of an array of integers begin, and how many bytes each has, its length among them. */
const headerBytes = 20;
const elementBytes = 8;
const valueOffset = 4;

/** Counts what a row holds. */
export function countPending(counts: PendingCounts, { days, facets, people }: PendingRow): void {
  for (let offset = headerBytes + valueOffset; offset < people.length; offset += elementBytes) {
    const day = days.readInt32BE(offset);
    const facet = facets.readInt32BE(offset);
    const person = people.readInt32BE(offset);
    counts.addCounts(day, facet, person === script ? 0 : 1, person === script ? 1 : 0);
    if (person > 0) counts.addPerson(day, facet, person);
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
  const completions = await runner.rows<CompletionRow>(
    "SELECT day, facet, outcome, step, count FROM day_completion",
  );
  addCompletionRows(open, completions);
  return open;
}

/** A row of the table `day_completion`. */
export interface CompletionRow {
  readonly day: number;
  readonly facet: number;
  readonly outcome: number;
  readonly step: number;
  readonly count: number;
}

/** Counts rows of `day_completion`. */
export function addCompletionRows(counts: PendingCounts, rows: readonly CompletionRow[]): void {
  for (const { day, facet, outcome, step, count } of rows) {
    counts.addCompletions(day, completionKey(facet, outcome, step), count);
  }
}
