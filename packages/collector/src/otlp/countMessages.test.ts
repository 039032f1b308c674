import type { JsonValue } from "@action-telemetry/event-schema";
import { fromBinary, toJson } from "@bufbuild/protobuf";
import fc from "fast-check";
import { expect, it } from "vitest";
import { countMessages, countObjects } from "./countMessages.ts";
import { logsRequest } from "./logsMessages.ts";

type Bytes = readonly number[];

function varint(value: number): Bytes {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

const field = (number: number, content: Bytes): Bytes => [
  (number << 3) | 2,
  ...varint(content.length),
  ...content,
];

/** What nothing is read of: numbers, fractions, and texts. */
const other: fc.Arbitrary<Bytes> = fc.oneof(
  fc.nat({ max: 127 }).map((value) => [15 << 3, value]),
  fc
    .array(fc.nat({ max: 255 }), { minLength: 4, maxLength: 4 })
    .map((value) => [(14 << 3) | 5, ...value]),
  fc.array(fc.nat({ max: 255 }), { maxLength: 20 }).map((text) => field(13, text)),
);

/** Some messages of one field, and others between them. */
const several = (number: number, content: fc.Arbitrary<Bytes>): fc.Arbitrary<Bytes> =>
  fc
    .array(
      fc.oneof(
        { weight: 1, arbitrary: other },
        { weight: 3, arbitrary: content.map((inner) => field(number, inner)) },
      ),
      { maxLength: 5 },
    )
    .map((fields) => fields.flat());

const request = several(1, several(2, several(2, several(6, several(2, fc.constant([]))))));

/** Requests of which a byte may be another. */
const bodies = fc
  .tuple(request, fc.nat(), fc.nat({ max: 255 }), fc.boolean())
  .map(([bytes, at, byte, isChanged]) =>
    isChanged && bytes.length > 0 ? bytes.with(at % bytes.length, byte) : bytes,
  );

/** What a request is counted as, and what is read of it; nothing if it is refused. */
function countBoth(body: Uint8Array) {
  try {
    const counted = countMessages(body);
    const json = toJson(logsRequest, fromBinary(logsRequest, body)) as JsonValue;
    return { counted, read: countObjects(json) };
  } catch {
    return undefined;
  }
}

it("counts as much as is read, or more, whatever the bytes are", () => {
  let requests = 0;
  let records = 0;
  fc.assert(
    fc.property(bodies, (bytes) => {
      const both = countBoth(Uint8Array.from(bytes));
      if (both === undefined) return;
      const { counted, read } = both;
      requests += 1;
      records += read.records;
      expect(counted.records).toBeGreaterThanOrEqual(read.records);
      // The request itself is an object, too.
      expect(counted.messages).toBeGreaterThanOrEqual(read.messages - 1);
    }),
    { numRuns: 3000 },
  );
  // Else there was nothing to be counted.
  expect(requests).toBeGreaterThan(1000);
  expect(records).toBeGreaterThan(1000);
});

it.each(["logRecords", "log_records"])("counts what is a list of %s in JSON", (name) => {
  const request = { resourceLogs: [{ scopeLogs: [{ [name]: [{}, {}, { eventName: "a" }] }] }] };
  expect(countObjects(request)).toEqual({ messages: 6, records: 3 });
});

it.each([
  [
    "a number where a message should be, which is read as its length",
    [8, 8, 168, 10, 6, 18, 4, 10, 2, 10, 0],
  ],
  ["a message that goes on beyond the one around it", [10, 2, 18, 4, 18, 0, 18, 0]],
])("refuses %s", (_what, bytes) => {
  const body = Uint8Array.from(bytes);
  expect(() => fromBinary(logsRequest, body)).not.toThrow();
  expect(() => countMessages(body)).toThrow(RangeError);
});
