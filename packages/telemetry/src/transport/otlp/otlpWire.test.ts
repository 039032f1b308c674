import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import {
  create,
  equals,
  fromBinary,
  fromJson,
  toJson,
  createFileRegistry,
} from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import type { EventBatch } from "@action-telemetry/event-schema";
import { JsonLogsSerializer, ProtobufLogsSerializer } from "@opentelemetry/otlp-transformer";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
} from "@opentelemetry/sdk-logs";
import {
  ATTR_APP_INSTALLATION_ID,
  ATTR_LOG_RECORD_UID,
  ATTR_SERVICE_NAME,
  ATTR_SERVICE_VERSION,
} from "@opentelemetry/semantic-conventions/incubating";
import { describe, expect, it, onTestFinished } from "vitest";
import { createClientFixture } from "../../testing/createClientFixture.ts";
import { createOtlpTransport } from "./createOtlpTransport.ts";

// The messages of opentelemetry-proto that logs are made of: each field's name, number and type.
const messages = {
  AnyValue: {
    "string_value*": [1, "STRING"],
    "bool_value*": [2, "BOOL"],
    "int_value*": [3, "INT64"],
    "double_value*": [4, "DOUBLE"],
    "array_value*": [5, "ArrayValue"],
    "kvlist_value*": [6, "KeyValueList"],
    "bytes_value*": [7, "BYTES"],
  },
  ArrayValue: { "values[]": [1, "AnyValue"] },
  KeyValueList: { "values[]": [1, "KeyValue"] },
  KeyValue: { key: [1, "STRING"], value: [2, "AnyValue"] },
  InstrumentationScope: {
    name: [1, "STRING"],
    version: [2, "STRING"],
    "attributes[]": [3, "KeyValue"],
    dropped_attributes_count: [4, "UINT32"],
  },
  Resource: { "attributes[]": [1, "KeyValue"], dropped_attributes_count: [2, "UINT32"] },
  ResourceLogs: {
    resource: [1, "Resource"],
    "scope_logs[]": [2, "ScopeLogs"],
    schema_url: [3, "STRING"],
  },
  ScopeLogs: {
    scope: [1, "InstrumentationScope"],
    "log_records[]": [2, "LogRecord"],
    schema_url: [3, "STRING"],
  },
  LogRecord: {
    time_unix_nano: [1, "FIXED64"],
    observed_time_unix_nano: [11, "FIXED64"],
    severity_number: [2, "INT32"],
    severity_text: [3, "STRING"],
    body: [5, "AnyValue"],
    "attributes[]": [6, "KeyValue"],
    dropped_attributes_count: [7, "UINT32"],
    flags: [8, "FIXED32"],
    trace_id: [9, "BYTES"],
    span_id: [10, "BYTES"],
    event_name: [12, "STRING"],
  },
  ExportLogsServiceRequest: { "resource_logs[]": [1, "ResourceLogs"] },
} as const;

function describeMessages() {
  const messageType = Object.entries(messages).map(([name, fields]) => ({
    name,
    field: Object.entries(fields as Record<string, readonly [number, string]>).map(
      ([spelling, [number, type]]) => ({
        name: spelling.replace(/\W+$/, ""),
        jsonName: spelling
          .replace(/\W+$/, "")
          .replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()),
        number,
        label: spelling.endsWith("[]") ? "LABEL_REPEATED" : "LABEL_OPTIONAL",
        ...(type in messages
          ? { type: "TYPE_MESSAGE", typeName: `.otlp.${type}` }
          : { type: `TYPE_${type}` }),
        ...(spelling.endsWith("*") && { oneofIndex: 0 }),
      }),
    ),
    ...(name === "AnyValue" && { oneofDecl: [{ name: "value" }] }),
  }));
  const file = { name: "otlp.proto", package: "otlp", syntax: "proto3", messageType };
  const registry = createFileRegistry(fromJson(FileDescriptorSetSchema, { file: [file] }));
  const request = registry.getMessage("otlp.ExportLogsServiceRequest");
  if (request === undefined) throw new Error("The table above has no request.");
  return request;
}

/** What a receiver decodes a request with: strict, so that an unknown field or a wrong type throws. */
const Request = describeMessages();
const decode = (text: string) => fromJson(Request, JSON.parse(text));

const id = "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71";
const other = "019aac4c-6a01-7f3e-9d2b-0c8f4a5b6e72";
const batch: EventBatch = {
  version: 1,
  sentAt: "2026-11-22T16:20:01.000Z",
  source: "WEB",
  anonymizedUserId: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11",
  sourcegraphURL: "https://sourcegraph.example.com",
  platform: "web",
  client: { name: "code-browser", version: "1.4.0" },
  dropped: { "queue-full": 3 },
  events: [
    {
      id,
      name: "git.blame.toggle",
      time: "2026-11-22T16:20:00.123Z",
      surface: "toolbar",
      trigger: "pointer",
      alt: true,
      trusted: false,
      arguments: { lines: 12, share: 0.5, on: true, none: null, list: ["a", -1], deep: { a: {} } },
    },
    {
      id: other,
      name: "action.completed",
      time: "2026-11-22T16:20:00.123456789Z",
      outcome: "succeeded",
      durationMs: 184.5,
      of: id,
    },
  ],
};

/** The same events as an application of OpenTelemetry's own SDK would have recorded them. */
function recordWithSdk() {
  const exporter = new InMemoryLogRecordExporter();
  const resource = resourceFromAttributes({
    [ATTR_SERVICE_NAME]: "code-browser",
    [ATTR_SERVICE_VERSION]: "1.4.0",
    [ATTR_APP_INSTALLATION_ID]: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11",
    "action_telemetry.source": "WEB",
    "action_telemetry.platform": "web",
    "action_telemetry.instance.url": "https://sourcegraph.example.com",
  });
  const processors = [new SimpleLogRecordProcessor({ exporter })];
  const logger = new LoggerProvider({ resource, processors }).getLogger(
    "@action-telemetry/telemetry",
  );
  const second = Date.UTC(2026, 10, 22, 16, 20) / 1000;
  const observedTimestamp = [second + 1, 0] as [number, number];
  logger.emit({
    eventName: "git.blame.toggle",
    timestamp: [second, 123_000_000],
    observedTimestamp,
    attributes: {
      [ATTR_LOG_RECORD_UID]: id,
      "action_telemetry.surface": "toolbar",
      "action_telemetry.trigger": "pointer",
      "action_telemetry.alt": true,
      "action_telemetry.trusted": false,
      "action_telemetry.arguments": {
        lines: 12,
        share: 0.5,
        on: true,
        none: null,
        list: ["a", -1],
        deep: { a: {} },
      },
    },
  });
  logger.emit({
    eventName: "action.completed",
    timestamp: [second, 123_456_789],
    observedTimestamp,
    attributes: {
      [ATTR_LOG_RECORD_UID]: other,
      "action_telemetry.outcome": "succeeded",
      "action_telemetry.duration_ms": 184.5,
      "action_telemetry.of": id,
    },
  });
  logger.emit({
    eventName: "action_telemetry.dropped",
    timestamp: observedTimestamp,
    observedTimestamp,
    attributes: { "action_telemetry.dropped": { "queue-full": 3 } },
  });
  return exporter.getFinishedLogRecords();
}

describe("The body of the OTLP transport", () => {
  const body = createOtlpTransport().encode(batch);

  it("says what OpenTelemetry's own SDK and JSON serializer say of the same events", () => {
    const bytes = JsonLogsSerializer.serializeRequest(recordWithSdk());
    // It writes a body without content, which its protobuf serializer and we leave out.
    const theirs = decode(new TextDecoder().decode(bytes).replaceAll('"body":{},', ""));
    expect(toJson(Request, decode(body))).toEqual(toJson(Request, theirs));
    expect(equals(Request, decode(body), theirs)).toBe(true);
  });

  it("says what their protobuf serializer says, decoded by the definitions of the protocol", () => {
    const bytes = ProtobufLogsSerializer.serializeRequest(recordWithSdk());
    const theirs = fromBinary(Request, bytes ?? new Uint8Array());
    expect(toJson(Request, decode(body))).toEqual(toJson(Request, theirs));
    expect(equals(Request, theirs, create(Request))).toBe(false);
  });

  it("is decoded strictly, so that the tests above can see", () => {
    expect(() => decode(body.replace("eventName", "event_nome"))).toThrow("event_nome");
    expect(() => decode(body.replace('"intValue":"12"', '"intValue":"12.5"'))).toThrow("int64");
    expect(() => decode(body.replace(/"timeUnixNano":"\d+"/, '"timeUnixNano":"now"'))).toThrow(
      "uint64",
    );
  });
});

/** A receiver on a port of its own: accepts what the protocol allows, and keeps what it decoded. */
async function startReceiver(answers: readonly { status: number; body?: unknown }[] = []) {
  const received: unknown[] = [];
  let requests = 0;
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const text = await readText(request);
    const { status, body } = answers[requests] ?? { status: 200 };
    requests += 1;
    const known = request.method === "POST" && request.url === "/otel/v1/logs";
    if (!known || request.headers["content-type"] !== "application/json") {
      response.writeHead(404).end();
      return;
    }
    received.push({ headers: request.headers, message: toJson(Request, decode(text)) });
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? {}));
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/otel/v1/logs`, received, count: () => requests };
}

/** A client that sends to a receiver, with its clock under control. */
function connect(url: string) {
  const headers = { authorization: "Bearer token" };
  const fixture = createClientFixture({ transport: createOtlpTransport({ url, headers }) });
  const settled = () =>
    expect.poll(async () => (await fixture.client.inspect()).sent[0]?.outcome).not.toBe("sending");
  return { ...fixture, settled };
}

describe("A client with the OTLP transport and a receiver", () => {
  it("delivers events that the receiver decodes", async () => {
    const { url, received } = await startReceiver();
    const { record, clock, settled, client } = connect(url);
    record("toggleLineWrap", "findReferences");
    await clock.advance(50);
    await settled();
    expect(received).toMatchObject([
      {
        headers: { authorization: "Bearer token" },
        message: {
          resourceLogs: [
            {
              scopeLogs: [
                { logRecords: [{ eventName: "toggleLineWrap" }, { eventName: "findReferences" }] },
              ],
            },
          ],
        },
      },
    ]);
    expect(await client.inspect()).toMatchObject({ queue: [], dropped: {} });
  });

  it("counts what the receiver rejects of a batch, tells it so, and sends none of it again", async () => {
    const partialSuccess = { rejectedLogRecords: "2", errorMessage: "too old" };
    const { url, received, count } = await startReceiver([
      { status: 200, body: { partialSuccess } },
    ]);
    const { record, clock, settled, client } = connect(url);
    record("a", "b", "c");
    await clock.advance(50);
    await settled();
    expect(await client.inspect()).toMatchObject({
      queue: [],
      dropped: { "rejected-partial-success": 2 },
    });
    record("d");
    await clock.advance(250);
    await settled();
    expect(count()).toBe(2);
    expect(JSON.stringify(received[1])).toContain('"rejected-partial-success"');
    expect((await client.inspect()).dropped).toEqual({});
  });
});
