import { describe, expect, it } from "vitest";
import type { ErrorReport } from "./ErrorReport.ts";
import { parseReport } from "./parseReport.ts";

const report: ErrorReport = {
  id: "0123456789abcdef0123456789abcdef",
  time: 1_700_000_000_000,
  release: "app@1.0.0",
  surface: "browser-extension",
  script: "content",
  codeHost: "github",
  type: "TypeError",
  causes: ["Error"],
  frames: [{ file: "content.js", line: 1, column: 2 }],
  fingerprint: "0123456789abcdef",
  handled: true,
  actionId: "git.blame.toggle",
};

describe("A report from another script", () => {
  it("is read as it was written", () => {
    expect(parseReport(structuredClone(report))).toEqual(report);
    const { codeHost: _host, actionId: _action, ...least } = report;
    expect(parseReport(least)).toEqual(least);
  });

  it("loses what is no part of a report, and causes that are no classes", () => {
    const forged = {
      ...report,
      secret: "x",
      causes: ["Error", "a secret"],
      frames: [{ file: "a.js", line: 1, column: 1, vars: "x" }],
    };
    expect(parseReport(forged)).toEqual({
      ...report,
      frames: [{ file: "a.js", line: 1, column: 1 }],
    });
  });

  it.each<[string, object]>([
    ["an ID of another kind", { id: "x" }],
    ["a time that is none", { time: Number.NaN }],
    ["a class with a space", { type: "a secret" }],
    ["a release that is a path", { release: "/srv/app" }],
    ["a script with a line break", { script: "a\nb" }],
    ["an action that is none", { actionId: "a secret" }],
    ["a code host that is an address", { codeHost: "https://x" }],
    ["a file that is no script", { frames: [{ file: "../secret.ts", line: 1, column: 1 }] }],
    ["a place that is none", { frames: [{ file: "a.js", line: 1.5, column: 1 }] }],
    ["a frame that is none", { frames: [null] }],
    ["no word of whether it was handled", { handled: "yes" }],
    ["a fingerprint that says something", { fingerprint: "secret" }],
  ])("is refused with %s", (_what, part) => {
    expect(parseReport({ ...report, ...part })).toBeUndefined();
  });

  it("is refused when it is none", () => {
    for (const value of [undefined, null, 1, "text", [], {}])
      expect(parseReport(value)).toBeUndefined();
  });
});
