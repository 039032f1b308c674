import { describe, expect, it } from "vitest";
import { parseEventBatch } from "./parseEventBatch.ts";

const event = {
  id: "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71",
  name: "toggleLineWrap",
  time: "2026-11-22T16:20:00.000Z",
};
const header = {
  version: 1,
  sentAt: "2026-11-22T16:20:01.000Z",
  source: "WEB",
  anonymizedUserId: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11",
  sourcegraphURL: "https://sourcegraph.example.com/base",
  platform: "web",
  client: { name: "code-browser", version: "1.4.0-rc.1+5" },
  dropped: { "queue-full": 3 },
};
const batch = { ...header, events: [event] };

describe("parseEventBatch", () => {
  it("gives back the header and the events with their indexes", () => {
    expect(parseEventBatch(batch)).toEqual({
      ok: true,
      value: { header, events: [{ index: 0, event }], rejected: [] },
    });
  });

  it("rejects a bad event alone, with its index and a reason", () => {
    const events = [event, { ...event, name: "" }, event, "no event"];
    const result = parseEventBatch({ ...batch, events });
    expect(result.ok && result.value.events.map(({ index }) => index)).toEqual([0, 2]);
    expect(result.ok && result.value.rejected).toEqual([
      { index: 1, reason: "invalid-name" },
      { index: 3, reason: "not-an-object" },
    ]);
  });

  it("accepts a batch without events, and one of 500", () => {
    expect(parseEventBatch({ ...batch, events: [] }).ok).toBe(true);
    expect(parseEventBatch({ ...batch, events: Array(500).fill(event) }).ok).toBe(true);
  });

  it.each([
    ["null", null, "not-an-object", /object/],
    ["an array", [batch], "not-an-object", /object/],
    ["another version", { ...batch, version: 2 }, "unsupported-version", /version/],
    ["an unknown field", { ...batch, userEmail: "a@b.c" }, "unknown-field", /field/],
    ["an own __proto__", { ...batch, ["__proto__"]: 1 }, "unknown-field", /field/],
    ["a bad time", { ...batch, sentAt: "now" }, "invalid-field", /sentAt/],
    ["a bad source", { ...batch, source: "" }, "invalid-field", /source/],
    [
      "an e-mail address as user",
      { ...batch, anonymizedUserId: "a@b.c" },
      "invalid-field",
      /anonym/,
    ],
    ["a bad platform", { ...batch, platform: 1 }, "invalid-field", /platform/],
    ["no client", { ...batch, client: undefined }, "invalid-field", /client/],
    [
      "a client that says more",
      { ...batch, client: { name: "a", version: "1", os: "x" } },
      "invalid-field",
      /client/,
    ],
    ["a count of nought", { ...batch, dropped: { full: 0 } }, "invalid-field", /dropped/],
    [
      "a reason with a secret",
      { ...batch, dropped: { "my file.ts": 1 } },
      "invalid-field",
      /dropped/,
    ],
    ["a list of drops", { ...batch, dropped: [1] }, "invalid-field", /dropped/],
    ["no events", { ...batch, events: undefined }, "invalid-field", /events/],
    ["too many events", { ...batch, events: Array(501).fill(event) }, "too-many-events", /501/],
  ])(
    "refuses a batch that is or has %s, and names the field but no value",
    (_what, value, code, message) => {
      const result = parseEventBatch(value);
      expect(result).toEqual({
        ok: false,
        error: { code, message: expect.stringMatching(message) },
      });
      expect(JSON.stringify(result)).not.toMatch(/a@b|my file/);
    },
  );

  it.each([
    ["ftp://a.example", false],
    ["https://user:secret@a.example", false],
    ["https://a.example?q=1", false],
    ["https://a.example/#x", false],
    ["https://a.example\\evil", false],
    ["//a.example", false],
    ["https://", false],
    [`https://a.example/${"a".repeat(2048)}`, false],
    ["http://127.0.0.1:7080", true],
    ["https://[::1]:8443/base", true],
  ])("judges the instance URL %s", (sourcegraphURL, isSound) => {
    expect(parseEventBatch({ ...batch, sourcegraphURL }).ok).toBe(isSound);
  });
});
