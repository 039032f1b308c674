import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRequest } from "./readRequest.ts";
import type { RequestKind } from "./Requests.ts";
import { senderTable } from "./senderTable.ts";

const kinds = Object.keys(senderTable) as RequestKind[];

/** Every key that an input of a kind may have. */
const keysByKind: Readonly<Record<RequestKind, readonly string[]>> = {
  record: [
    "name",
    "surface",
    "trigger",
    "alt",
    "trusted",
    "arguments",
    "argumentsDropped",
    "repository",
  ],
  hover: ["repository", "revision", "path", "line", "character"],
  definition: ["repository", "revision", "path", "line", "character"],
  references: ["repository", "revision", "path", "line", "character"],
  repository: ["name"],
  command: ["command", "arguments"],
  load: ["part"],
  checkSession: [],
  openOptions: [],
  reportError: ["report"],
  readSettings: [],
  writeSettings: [
    "enabled",
    "instanceURL",
    "sendTelemetry",
    "allowErrorReporting",
    "forgetURL",
    "repositoriesFolder",
    "restore",
  ],
  checkInstance: ["url"],
  inspect: [],
  erase: [],
  flush: [],
};

const keys = [
  ...new Set([...Object.values(keysByKind).flat(), "__proto__", "constructor", "token"]),
];
const values = fc.oneof(fc.anything(), fc.constantFrom("hover", "a.ts", "pointer", true, false, 3));
const messages = fc.record({
  kind: fc.constantFrom(...kinds),
  fields: fc.dictionary(fc.constantFrom(...keys), values),
});

describe("readRequest", () => {
  it("never throws, whatever it is given", () => {
    const read = fc.property(fc.anything(), (message) => void readRequest(message));
    expect(() => fc.assert(read, { numRuns: 2000 })).not.toThrow();
  });

  it("lets through the keys of its kind and no others, in plain objects", () => {
    let read = 0;
    fc.assert(
      fc.property(messages, ({ kind, fields }) => {
        const request = readRequest({ ...fields, kind });
        if (request === undefined) return;
        read += 1;
        expect(request.kind).toBe(kind);
        expect(keysByKind[kind]).toEqual(expect.arrayContaining(Object.keys(request.input)));
        expect(Object.getPrototypeOf(request.input)).toBe(Object.prototype);
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(500);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
