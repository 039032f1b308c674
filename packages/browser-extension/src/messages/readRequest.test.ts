import { describe, expect, it } from "vitest";
import { readRequest } from "./readRequest.ts";

const position = { repository: "r", revision: "HEAD", path: "a.ts", line: 0, character: 3 };

describe("readRequest", () => {
  it("copies what a request of a kind may say, and nothing else", () => {
    const message = { kind: "hover", ...position, instanceUrl: "https://evil.example" };
    expect(readRequest(message)).toEqual({ kind: "hover", input: position });
  });

  it.each([
    undefined,
    null,
    "hover",
    [],
    {},
    { kind: "toString" },
    { kind: "__proto__" },
    { kind: ["hover"] },
    { kind: "readToken" },
  ])("knows no request in %j", (message) => {
    expect(readRequest(message)).toBeUndefined();
  });

  it.each([
    { kind: "hover", ...position, line: -1 },
    { kind: "hover", ...position, line: 1.5 },
    { kind: "hover", ...position, line: 2 ** 31 },
    { kind: "hover", ...position, path: "" },
    { kind: "hover", ...position, path: "a\0b" },
    { kind: "hover", ...position, repository: "r".repeat(1025) },
    { kind: "repository" },
    { kind: "command", command: "open", arguments: "all" },
    { kind: "command", command: "open", arguments: ["x".repeat(70_000)] },
    { kind: "command", command: "", arguments: [] },
    { kind: "record", name: "not an id" },
    { kind: "record" },
    { kind: "writeSettings", enabled: "yes" },
    { kind: "writeSettings", instanceURL: "x".repeat(2049) },
    { kind: "checkInstance", url: 1 },
  ])("refuses the malformed %j", (message) => {
    expect(readRequest(message)).toBeUndefined();
  });

  it("takes only what an event may hold from one that is reported", () => {
    const message = {
      kind: "record",
      name: "git.blame.toggle",
      surface: "toolbar",
      trigger: "pointer",
      alt: true,
      trusted: false,
      arguments: { lines: 2 },
      anonymizedUserId: "me",
      sourcegraphURL: "https://evil.example",
      source: "WEB",
      platform: "web",
      time: "1970-01-01T00:00:00.000Z",
      id: "mine",
    };
    expect(readRequest(message)).toEqual({
      kind: "record",
      input: {
        name: "git.blame.toggle",
        surface: "toolbar",
        trigger: "pointer",
        alt: true,
        trusted: false,
        arguments: { lines: 2 },
      },
    });
  });

  it("leaves out what is malformed about an event whose name is not", () => {
    const message = {
      kind: "record",
      name: "hover",
      surface: "/etc",
      trigger: "telepathy",
      alt: "yes",
      trusted: 0,
      arguments: { deep: { deep: { deep: { deep: { deep: 1 } } } } },
      argumentsDropped: "a secret",
    };
    expect(readRequest(message)).toEqual({ kind: "record", input: { name: "hover" } });
  });

  it("shares nothing with the message", () => {
    const given = [{ a: 1 }];
    const request = readRequest({ kind: "command", command: "x", arguments: given });
    given[0]!.a = 2;
    expect(request?.input).toEqual({ command: "x", arguments: [{ a: 1 }] });
  });
});
