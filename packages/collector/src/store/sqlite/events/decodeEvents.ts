import { ByteReader } from "../../bytes/ByteReader.ts";
import { uuidBytes, uuidOf, uuidTimeBytes } from "../../bytes/uuid.ts";
import type { EventColumns, EventDetails } from "./EventColumns.ts";
import { clientTimeColumn, flagsColumn, occurredAtColumn } from "./encodeEvents.ts";
import { detailFlags, detailsIn } from "./eventFlags.ts";

/** The columns of IDs. */
export type IdColumns = Pick<EventColumns, "idTimes" | "idRests">;

const restBytes = uuidBytes - uuidTimeBytes;

/** Reads what `encodeEvents` wrote. */
export function decodeEvents(bytes: Uint8Array): EventColumns {
  const reader = new ByteReader(bytes);
  const count = reader.varint();
  const columns = reader.byte();
  const read = (one: () => number) => Array.from({ length: count }, one);
  const zeros = () => read(() => 0);
  const { idTimes, idRests } = readIds(reader, count);
  const facets = read(() => reader.varint());
  const flags = columns & flagsColumn ? read(() => reader.varint()) : zeros();
  const waits = columns & clientTimeColumn ? read(() => reader.signed()) : zeros();
  const skew = reader.signed();
  const skews = columns & occurredAtColumn ? read(() => reader.signed()) : zeros();
  const clientTimes = idTimes.map((time, index) => time + (waits[index] ?? 0));
  const occurredAts = clientTimes.map((time, index) => time + skew + (skews[index] ?? 0));
  const details = new Map<number, EventDetails>();
  for (const [index, flag] of flags.entries()) {
    if (flag & detailFlags) details.set(index, readDetails(reader, flag));
  }
  return { idTimes, idRests, facets, flags, clientTimes, occurredAts, details };
}

/** The IDs alone, which come first. */
export function decodeIds(bytes: Uint8Array): IdColumns {
  const reader = new ByteReader(bytes);
  const count = reader.varint();
  reader.byte();
  return readIds(reader, count);
}

/** The ID at an index. */
export function idAt({ idTimes, idRests }: IdColumns, index: number): string {
  const rest = idRests.subarray(index * restBytes, (index + 1) * restBytes);
  return uuidOf(idTimes[index] ?? 0, rest);
}

function readIds(reader: ByteReader, count: number): IdColumns {
  let before = 0;
  const idTimes = Array.from({ length: count }, () => (before += reader.signed()));
  return { idTimes, idRests: reader.raw(count * restBytes) };
}

function readDetails(reader: ByteReader, flags: number): EventDetails {
  const { hasArguments, outcome, hasDuration, isCompletion } = detailsIn(flags);
  return {
    ...(hasArguments && { arguments: reader.text() }),
    ...(outcome !== undefined && { outcome }),
    ...(hasDuration && { durationMs: reader.float() }),
    ...(isCompletion && { of: readUuid(reader), countedAs: reader.varint() }),
  };
}

function readUuid(reader: ByteReader): string {
  let time = 0;
  for (const byte of reader.raw(uuidTimeBytes)) time = time * 256 + byte;
  return uuidOf(time, reader.raw(restBytes));
}
