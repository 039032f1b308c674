import type { BatchAnswer } from "@action-telemetry/event-schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { writeErrorEnvelope } from "../errors/writeErrorEnvelope.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testEventId, testNow } from "../testing/batches.ts";
import { keptError } from "../testing/keptError.ts";

let store: EventStore;
let post: (
  path: string,
  body: BodyInit,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  const { app } = createCollector({ store, clock: { now: () => testNow } });
  post = async (path, body, headers = { "content-type": "application/json" }) =>
    app.request(`http://localhost${path}`, { method: "POST", headers, body });
});
afterEach(() => store.close());

const sound = JSON.stringify(testBatch([testEvent(1)]));
const events = "/.api/action-events";
const reports = "/.api/error-reports";
const paths = [events, "/v1/logs", "/.api/graphql", "/.api/session", reports];
/** What each of them would store, were it sent by whom it may be. */
const bodyOf = (path: string) =>
  path === reports ? writeErrorEnvelope(keptError(), testNow) : sound;

describe("What a page may send anywhere without being asked first", () => {
  it.each(
    paths.flatMap((path) =>
      [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=a",
        "",
      ].map((type) => [path, type]),
    ),
  )("changes nothing at %s: %s", async (path = "", type = "") => {
    const answer = await post(path, bodyOf(path), {
      "content-type": type,
      origin: "https://evil.example",
    });
    expect([400, 403, 404, 415]).toContain(answer.status);
    expect(answer.headers.has("access-control-allow-origin")).toBe(false);
    expect([await store.latest(1), await store.errors(1)]).toEqual([[], []]);
  });

  it("is stored where it comes as it should (control)", async () => {
    expect((await post(events, bodyOf(events))).status).toBe(200);
    const plain = { "content-type": "text/plain" };
    expect((await post(reports, bodyOf(reports), plain)).status).toBe(200);
    expect([await store.latest(9), await store.errors(9)].map(({ length }) => length)).toEqual([
      1, 1,
    ]);
  });
});

describe("JSON that can be read in two ways", () => {
  const withTail = (tail: string) => `${sound.slice(0, -1)},${tail}}`;

  it("means what comes last, wherever it is read: there is one reader", async () => {
    await post(events, withTail('"anonymizedUserId":"user-2"'));
    expect(await store.latest(1)).toMatchObject([{ anonymizedUserId: "user-2" }]);
  });

  it.each([
    ["a key of another prototype", withTail('"__proto__":{"isAdmin":true}'), 400],
    ["a key of a constructor", withTail('"constructor":{"prototype":{"isAdmin":true}}'), 400],
    ["an escaped key of another prototype", withTail('"\\u005f_proto__":{"isAdmin":true}'), 400],
    ["a number beyond numbers", sound.replace('"version":1', '"version":1e999'), 400],
    [
      "a number that is nearly 1",
      sound.replace('"version":1', '"version":1.0000000000000000001'),
      200,
    ],
    ["a number with a sign", sound.replace('"version":1', '"version":+1'), 400],
    ["a comment", sound.replace("{", "{/**/"), 400],
    ["a comma too many", sound.replace("}]}", "},]}"), 400],
    ["single quotes", sound.replaceAll('"', "'"), 400],
    ["text after the end", `${sound}{}`, 400],
    ["NUL after the end", `${sound}\u0000`, 400],
    ["a line separator around it", `\u2028${sound}`, 400],
    ["white space around it", `\n\t ${sound}\r\n`, 200],
  ])("is read in one: %s", async (_what, body, status) => {
    expect((await post(events, body)).status).toBe(status);
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
  });

  it.each([
    [
      "UTF-16, little end first",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sound, "utf16le")]),
    ],
    [
      "UTF-16, big end first",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(sound, "utf16le").swap16()]),
    ],
    ["UTF-32", Buffer.from(Array.from(sound, (letter) => [letter.charCodeAt(0), 0, 0, 0]).flat())],
    ["UTF-7", Buffer.from("+AHsAIg-version")],
    ["an overlong form", Buffer.concat([Buffer.from(sound), Buffer.from([0xc0, 0xaf])])],
    ["half a letter", Buffer.concat([Buffer.from(sound), Buffer.from([0xe2, 0x82])])],
    ["a surrogate in bytes", Buffer.concat([Buffer.from(sound), Buffer.from([0xed, 0xa0, 0x80])])],
  ])("is UTF-8 and nothing else: %s", async (_what, body) => {
    expect((await post(events, new Uint8Array(body))).status).toBe(400);
  });
});

describe("Arguments that a client has chosen to log", () => {
  it.each([
    ["a lone surrogate", "\uD800"],
    ["NUL", "\u0000"],
    ["letters that turn the direction", "\u202E"],
    ["a byte order mark", "\uFEFF"],
    ["another plane", "\u{1F600}"],
  ])("are kept or refused, and break nothing: %s", async (_what, text) => {
    const event = testEvent(1, { arguments: { text, [`key ${text}`]: 1 } });
    const answer = await post(events, JSON.stringify(testBatch([event, testEvent(2)])));
    expect(answer.status).toBe(200);
    const stored = await store.latest(2);
    expect(stored.map(({ id }) => id)).toContain(testEventId(2));
    const kept = stored.find(({ id }) => id === testEventId(1))?.arguments;
    expect(kept === undefined || JSON.parse(kept).text === text).toBe(true);
  });
});

describe("A batch as large as may be", () => {
  it("is checked in 50 ms of the processor, whatever its texts are made of", async () => {
    const fill = (text: string, at: number) =>
      testEvent(at, {
        name: text.slice(0, 128),
        surface: text,
        arguments: { text: text.slice(0, 900) },
      });
    const took: number[] = [];
    for (const text of ["a", "a.", "a-", "aA0", "/", " ", "\\", "\u{1F600}", "0".repeat(50)].map(
      (unit) => unit.repeat(2000).slice(0, 1500),
    )) {
      const size = Buffer.byteLength(JSON.stringify(fill(text, 1000))) + 1;
      const length = Math.min(500, Math.floor(1_040_000 / size));
      const body = JSON.stringify(testBatch(Array.from({ length }, (_, n) => fill(text, n))));
      expect(Buffer.byteLength(body)).toBeGreaterThan(1_000_000);
      const times: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        const before = process.cpuUsage();
        const answer = await post(events, body);
        const { user, system } = process.cpuUsage(before);
        times.push((user + system) / 1000);
        // Every event was looked at, and none is sound: what was cut off, or known, would cost less.
        const { rejected } = (await answer.json()) as BatchAnswer;
        expect(rejected).toHaveLength(length);
      }
      took.push(Math.min(...times));
    }
    // Of this process alone, and the best of three: what else this machine does is no part of it.
    expect(Math.max(...took)).toBeLessThan(50);
  });
});
