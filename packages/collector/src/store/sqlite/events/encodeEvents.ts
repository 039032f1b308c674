import type { EventRecord } from "../../EventRecord.ts";
import { ByteWriter } from "../../bytes/ByteWriter.ts";
import { uuidTimeOf, uuidToBytes } from "../../bytes/uuid.ts";
import { encodeEventFlags } from "./eventFlags.ts";

/** What is stored of an event with its delivery; what its facet says is left out. */
export type EncodableEvent = Pick<
  EventRecord,
  | "id"
  | "alt"
  | "trusted"
  | "clock"
  | "arguments"
  | "outcome"
  | "durationMs"
  | "of"
  | "clientTime"
  | "occurredAt"
>;

/** Columns that are left out when they say nothing, by bits of the second number. */
export const flagsColumn = 1;
/** @see flagsColumn */
export const clientTimeColumn = 2;
/** @see flagsColumn */
export const occurredAtColumn = 4;

const writer = new ByteWriter();

/**
 * Writes the events of a delivery field by field: their number, which columns there are, then the columns. A time is
 * written as its difference from another that is near: ID from ID, client's time from the time in the ID, time by our
 * clock from the client's.
 *
 * @param facets One for each event.
 * @param countedAs For completions: the facet they count for.
 */
export function encodeEvents(
  events: readonly EncodableEvent[],
  facets: readonly number[],
  countedAs: readonly number[],
): Uint8Array {
  writer.reset();
  const idTimes = events.map(({ id }) => uuidTimeOf(id));
  const flags = events.map(encodeEventFlags);
  const waits = events.map(({ clientTime }, index) => clientTime - (idTimes[index] ?? 0));
  const skews = events.map(({ clientTime, occurredAt }) => occurredAt - clientTime);
  const skew = skews[0] ?? 0;
  const columns =
    (flags.some((flag) => flag !== 0) ? flagsColumn : 0) |
    (waits.some((wait) => wait !== 0) ? clientTimeColumn : 0) |
    (skews.some((other) => other !== skew) ? occurredAtColumn : 0);

  writer.varint(events.length);
  writer.byte(columns);
  let before = 0;
  for (const time of idTimes) {
    writer.signed(time - before);
    before = time;
  }
  for (const { id } of events) writer.uuidRest(id);
  for (const facet of facets) writer.varint(facet);
  if (columns & flagsColumn) for (const flag of flags) writer.varint(flag);
  if (columns & clientTimeColumn) for (const wait of waits) writer.signed(wait);
  writer.signed(skew);
  if (columns & occurredAtColumn) for (const other of skews) writer.signed(other - skew);
  for (const [index, event] of events.entries()) writeDetails(event, countedAs[index] ?? 0);
  return writer.finish();
}

function writeDetails(
  { arguments: args, durationMs, of }: EncodableEvent,
  countedAs: number,
): void {
  if (args !== undefined) writer.text(args);
  if (durationMs !== undefined) writer.float(durationMs);
  if (of === undefined) return;
  writer.raw(uuidToBytes(of));
  writer.varint(countedAs);
}
