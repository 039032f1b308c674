import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { testBatch, testEvent } from "./batches.ts";

/** A request that may be anything, mostly one that a client could have sent. */
export interface FuzzedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const types = [
  "application/json",
  "application/json; charset=utf-8",
  "application/x-protobuf",
  "application/x-sentry-envelope",
  "text/plain",
  "",
];

/** What breaks parsers, validators, databases and pages. */
const words = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "' OR 1=1 --",
    "\u0000",
    "\uD800",
    "\uFEFF",
    "<img src=x onerror=alert(1)>",
    "=1+1",
    "../../etc/passwd",
    "a".repeat(200),
    "1e999",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const numbers = fc.constantFrom(-1, 0, 1e21, 2 ** 53, Number.MAX_VALUE, -0, 0.1, 8.64e15);
const values: fc.Arbitrary<unknown> = fc.oneof(
  words,
  numbers,
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(words, fc.oneof(words, numbers), { maxKeys: 3 }),
);

const nearlyEvent = fc
  .tuple(
    fc.nat({ max: 1_000_000 }),
    fc.constantFrom(
      ...Object.keys(testEvent(0)),
      "arguments",
      "of",
      "outcome",
      "durationMs",
      "trusted",
      "alt",
      "trigger",
    ),
    values,
  )
  .map(([n, key, value]) => ({ ...testEvent(n), [key]: value }));
const events = fc.array(
  fc.oneof(
    nearlyEvent,
    fc.nat({ max: 1e6 }).map((n) => testEvent(n)),
    values,
  ),
  { maxLength: 8 },
);
/** One field made anything, in one batch of four. */
const change = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.keys(testBatch([])), "dropped"), values)
      .map(([key, value]) => ({ [key]: value })),
  },
);
const nearlyBatch = fc
  .tuple(events, change)
  .map(([list, changed]) => ({ ...testBatch([]), events: list, ...changed }));

const otlpValue = fc.oneof(
  { weight: 4, arbitrary: words.map((stringValue): object => ({ stringValue })) },
  { weight: 1, arbitrary: fc.boolean().map((boolValue) => ({ boolValue })) },
  { weight: 1, arbitrary: fc.maxSafeInteger().map((n) => ({ intValue: String(n) })) },
  { weight: 1, arbitrary: numbers.map((doubleValue) => ({ doubleValue })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("stringValue", "intValue", "kvlistValue", "arrayValue"), values)
      .map(([type, value]) => ({ [type]: value })),
  },
);
const attribute = fc.record({
  key: fc.constantFrom(
    "app.installation.id",
    "service.name",
    "action_telemetry.surface",
    "action_telemetry.arguments",
    "action_telemetry.dropped",
    "log.record.uid",
    "event.name",
    "x",
  ),
  value: otlpValue,
});
const whose = { key: "app.installation.id", value: { stringValue: "user-1" } };
const nearlyLogs = fc
  .record({
    attributes: fc.array(attribute, { maxLength: 3 }),
    eventName: fc.oneof(fc.constant("a.run"), words),
    timeUnixNano: fc.oneof(
      { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String) },
      { weight: 1, arbitrary: values },
    ),
  })
  .map((record) => ({
    resourceLogs: [
      {
        resource: { attributes: [whose, ...record.attributes] },
        scopeLogs: [{ logRecords: [record] }],
      },
    ],
  }));
const nearlyQuery = fc
  .tuple(
    fc.constantFrom(
      "mutation { logEvent(event: $e, userCookieID: $u) { alwaysNil } }",
      "mutation L($events: [Event!]) { logEvents(events: $events) { alwaysNil } }",
      "mutation R($events: [TelemetryEventInput!]!) { telemetry { recordEvents(events: $events) { alwaysNil } } }",
      "{ __schema { types { name } } }",
    ),
    values,
    values,
  )
  .map(([query, list, value]) => ({ query, variables: { events: [list], e: value } }));
const nearlyEnvelope = fc
  .tuple(values, values, values)
  .map((lines) => lines.map((line) => JSON.stringify(line) ?? "").join("\n"));

const logs = nearlyLogs.map((value) => JSON.stringify(value));
const queries = nearlyQuery.map((value) => JSON.stringify(value));
const batches = nearlyBatch.map((value) => JSON.stringify(value));
const tokens = values.map((token) => JSON.stringify({ token }));
const bombs = fc.nat({ max: 400 }).map((depth) => "[".repeat(depth));

/** Where to, and mostly what belongs there. */
const targets = fc.oneof(
  { weight: 5, arbitrary: target("/.api/action-events", batches) },
  { weight: 3, arbitrary: target("/v1/logs", logs) },
  { weight: 2, arbitrary: target("/.api/graphql", queries) },
  { weight: 1, arbitrary: target("/.api/error-reports", nearlyEnvelope) },
  { weight: 1, arbitrary: target("/.api/session", tokens) },
);

function target(path: string, sound: fc.Arbitrary<string>) {
  const texts = fc.oneof(
    { weight: 12, arbitrary: sound },
    { weight: 1, arbitrary: fc.oneof(batches, logs, queries, fc.json(), bombs) },
  );
  const bytes = fc.oneof(
    { weight: 12, arbitrary: texts.map((text) => new TextEncoder().encode(text)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  );
  return fc.tuple(fc.constant(path), bytes);
}

const encode = {
  identity: (bytes: Uint8Array) => bytes,
  gzip: gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: (bytes: Uint8Array) => bytes,
} as const;
/** Bytes that are nearly a body: one of them is another, or the end is missing. */
const broken = fc
  .tuple(
    fc.nat(),
    fc.nat({ max: 255 }),
    fc.constantFrom("none", "none", "none", "none", "none", "none", "byte", "end"),
  )
  .map(([at, byte, kind]) => (bytes: Uint8Array): Uint8Array => {
    if (kind === "none" || bytes.length === 0) return bytes;
    if (kind === "end") return bytes.subarray(0, at % bytes.length);
    const changed = Uint8Array.from(bytes);
    changed[at % bytes.length] = byte;
    return changed;
  });

/** Any request to a route that clients post to, mostly one that is nearly sound. */
export const fuzzedRequest: fc.Arbitrary<FuzzedRequest> = fc
  .record({
    target: targets,
    type: mostly("application/json", types),
    encoding: mostly<keyof typeof encode>("identity", ["gzip", "deflate", "br", "zstd"]),
    breakBytes: broken,
  })
  .map(({ target: [path, body], type, encoding, breakBytes }) => ({
    path,
    headers: {
      "content-type": type,
      ...(encoding !== "identity" && { "content-encoding": encoding }),
    },
    body: new Uint8Array(breakBytes(encode[encoding](body))),
  }));

function mostly<T extends string>(usual: T, others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 7, arbitrary: fc.constant(usual) },
    { weight: 3, arbitrary: fc.constantFrom(...others) },
  );
}
