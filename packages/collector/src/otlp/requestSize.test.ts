import { describe, expect, it, onTestFinished } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { bodySize } from "../body/bodySize.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testNow } from "../testing/batches.ts";

const types = { json: "application/json", protobuf: "application/x-protobuf" } as const;

/** Bytes of protobuf: a field that is a message, or a list of messages. */
function field(number: number, content: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = content.length; rest > 0 || length.length === 0; rest >>>= 7) {
    length.push((rest & 127) | (rest > 127 ? 128 : 0));
  }
  return Uint8Array.from([(number << 3) | 2, ...length, ...content]);
}

/** So many empty messages of one field. */
function empties(number: number, count: number): Uint8Array {
  return new Uint8Array(count * 2).map((_, at) => (at % 2 === 0 ? (number << 3) | 2 : 0));
}

const jsonRecords = (count: number) =>
  `{"resourceLogs":[{"scopeLogs":[{"logRecords":[${Array(count).fill("{}").join(",")}]}]}]}`;

const bodies = {
  json: (records: number) => new TextEncoder().encode(jsonRecords(records)),
  protobuf: (records: number) => field(1, field(2, empties(2, records))),
};

function setUp() {
  const store = openSqliteStore(":memory:");
  onTestFinished(() => store.close());
  const { app } = createCollector({ store, clock: { now: () => testNow } });
  return async (body: Uint8Array, format: keyof typeof types) => {
    const request = new Request("http://localhost/v1/logs", {
      method: "POST",
      body: new Uint8Array(body),
      headers: { "content-type": types[format] },
    });
    const { status } = await app.fetch(request);
    return { status, work: bodySize(request) };
  };
}

describe.each(["json", "protobuf"] as const)("A request of OpenTelemetry as %s", (format) => {
  it("has ten thousand records at most, however small they are", async () => {
    const post = setUp();
    expect(await post(bodies[format](10_000), format)).toMatchObject({ status: 200 });
    expect(await post(bodies[format](10_001), format)).toMatchObject({ status: 413 });
  });

  it("is as dear as its records are to store, not as its bytes", async () => {
    const post = setUp();
    expect((await post(bodies[format](1000), format)).work).toBe(512_000);
  });
});

it("is refused for messages that are no records as well", async () => {
  const post = setUp();
  const attributes = field(1, field(2, field(2, empties(6, 150_000))));
  expect(await post(attributes, "protobuf")).toMatchObject({ status: 413 });
  expect(await post(empties(1, 150_001), "protobuf")).toMatchObject({ status: 413 });
  const objects = `{"resourceLogs":[${Array(150_000).fill("{}").join(",")}]}`;
  expect(await post(new TextEncoder().encode(objects), "json")).toMatchObject({ status: 413 });
});

it("may say a lot of what is not read", async () => {
  const post = setUp();
  const unknown = new Uint8Array(600_000).map((_, at) => (at % 2 === 0 ? 15 << 3 : 1));
  expect(await post(unknown, "protobuf")).toMatchObject({ status: 200 });
});

it.each([
  ["a length beyond the end", [0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f]],
  ["a length of more than 32 bits", [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ["a length that does not end", [0x0a, 0xff]],
  ["a field of number 0", [0x02, 0x00]],
  ["the end of a group that has not begun", [0x0c]],
  ["a group that does not end", [0x0b]],
  ["a wire type that does not exist", [0x0e, 0x00]],
  ["a message that is longer than the one around it", [0x0a, 0x02, 0x12, 0x7f]],
])("is refused with %s", async (_what, bytes) => {
  const post = setUp();
  expect(await post(Uint8Array.from(bytes), "protobuf")).toMatchObject({ status: 400 });
});

it("is not taken for a message where it has a number", async () => {
  const post = setUp();
  expect(await post(Uint8Array.from([0x08, 0x01]), "protobuf")).toMatchObject({ status: 400 });
});
