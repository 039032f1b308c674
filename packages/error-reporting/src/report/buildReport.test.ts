import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReport, type ReportContext } from "./buildReport.ts";
import { reportCatalogue } from "./reportCatalogue.ts";

const scripts = { bases: ["https://app.example/assets/"] };
const context: ReportContext = {
  facts: { release: "app@1.0.0", surface: "web", script: "page" },
  scripts,
  errorTypes: new Set(["GitError"]),
  now: () => 1_700_000_000_000,
  createId: () => "0".repeat(32),
};
const build = (thrown: unknown, actionId?: string) =>
  buildReport(thrown, { handled: true, actionId }, context);

class GitError extends Error {
  override name = "GitError";
}

describe("A report", () => {
  it("says what kind of error it is, what caused it, and where in our scripts it was thrown", () => {
    const error = new TypeError("secret", { cause: new GitError("secret", { cause: "secret" }) });
    error.stack = "TypeError: secret\n    at f (https://app.example/assets/main.js:3:14)";
    expect(build(error, "git.blame.toggle")).toEqual({
      id: "0".repeat(32),
      time: 1_700_000_000_000,
      release: "app@1.0.0",
      surface: "web",
      script: "page",
      type: "TypeError",
      causes: ["GitError", "string"],
      frames: [{ file: "main.js", line: 3, column: 14 }],
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      handled: true,
      actionId: "git.blame.toggle",
    });
  });

  it("has no field that its catalogue does not describe", () => {
    const report = buildReport(
      new Error("x"),
      { handled: false, actionId: "a" },
      { ...context, facts: { ...context.facts, codeHost: "github" } },
    );
    expect(Object.keys(report).toSorted()).toEqual(
      reportCatalogue.map(({ name }) => name).toSorted(),
    );
    for (const { purpose } of reportCatalogue) expect(purpose).toMatch(/^[A-Z].{15,}\.$/);
  });

  it("does not repeat a name that somebody made up", () => {
    expect(build(Object.assign(new Error("x"), { name: "alice@example.com" })).type).toBe("Error");
    expect(build({ name: "TypeError", secret: true }).type).toBe("object");
    expect(build("secret").type).toBe("string");
    expect(build(null).type).toBe("null");
    expect(build(new DOMException("secret", "NotFoundError")).type).toBe("NotFoundError");
  });

  it("tells the errors that an AggregateError gathers, and ends where causes are cyclic", () => {
    const first = new Error("a");
    const second = new RangeError("b", { cause: first });
    (first as { cause?: unknown }).cause = second;
    const gathered = new AggregateError([
      first,
      second,
      ...Array.from({ length: 100 }, () => new Error()),
    ]);
    const { causes } = build(gathered);
    expect(causes.slice(0, 2)).toEqual(["Error", "RangeError"]);
    expect(causes).toHaveLength(8);
  });

  it("is the same error only at the same place, of the same class and action", () => {
    const at = (line: number, name: string) =>
      Object.assign(new Error("x"), {
        name,
        stack: `f@https://app.example/assets/main.js:${line}:1`,
      });
    const prints = [
      build(at(1, "Error")),
      build(at(2, "Error")),
      build(at(1, "TypeError")),
      build(at(1, "Error"), "a"),
    ].map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(4);
    const again = Object.assign(at(1, "Error"), { message: "another message" });
    expect(build(again).fingerprint).toBe(prints[0]);
  });

  it("leaves out an action ID that is none", () => {
    expect(build(new Error("x"), "src/secret file.ts")).not.toHaveProperty("actionId");
    expect(build(new Error("x"), "goToDefinition.preloaded").actionId).toBe(
      "goToDefinition.preloaded",
    );
  });

  it("is the same for two errors that differ only in what they say and carry", () => {
    const secrets = fc.tuple(fc.string(), fc.string(), fc.jsonValue(), fc.string());
    const errorOf = ([message, name, props, path]: readonly [string, string, unknown, string]) => {
      const error = new Error(message, { cause: new Error(path, { cause: undefined }) });
      Object.assign(error, { args: props, url: path });
      if (name !== "message" && name !== "stack") Object.assign(error, { [`x${name}`]: props });
      error.stack = `Error: ${message}\n    at ${path} (https://app.example/assets/main.js:5:6)\n    at https://page.example/${path}:1:1`;
      return error;
    };
    fc.assert(
      fc.property(secrets, secrets, (one, other) => {
        expect(build(errorOf(one))).toEqual(build(errorOf(other)));
      }),
      { numRuns: 500 },
    );
  });
});
