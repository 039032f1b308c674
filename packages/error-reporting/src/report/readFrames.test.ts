import { describe, expect, it } from "vitest";
import { readFrames } from "./readFrames.ts";

const bases = ["https://app.example/assets/", "chrome-extension://abcdef/"];
const scripts = { bases };

function thrown(message: string, stack: string, name = "Error"): Error {
  return Object.assign(new Error(message), { name, stack });
}

describe("The places of an error", () => {
  it("are those in our own scripts, innermost first, as Chromium writes them", () => {
    const stack = [
      "TypeError: x is not a function",
      "    at open (https://app.example/assets/main-3f2a.js:10:25)",
      "    at https://app.example/assets/chunks/view.js:2:7",
      "    at async Promise.all (index 0)",
      "    at new Page (https://page.example/app.js:1:1)",
      "    at async run (chrome-extension://abcdef/background.js:3:9)",
    ].join("\n");
    expect(readFrames(thrown("x is not a function", stack, "TypeError"), scripts)).toEqual([
      { file: "main-3f2a.js", line: 10, column: 25 },
      { file: "chunks/view.js", line: 2, column: 7 },
      { file: "background.js", line: 3, column: 9 },
    ]);
  });

  it("are read from the stacks of Firefox and Safari", () => {
    const stack = [
      "open@https://app.example/assets/main.js:10:25",
      "@https://app.example/assets/view.js?v=secret:2:7",
      "global code@https://app.example/assets/main.js:1:1",
    ].join("\n");
    expect(readFrames(thrown("x", stack), scripts)).toEqual([
      { file: "main.js", line: 10, column: 25 },
      { file: "view.js", line: 2, column: 7 },
      { file: "main.js", line: 1, column: 1 },
    ]);
  });

  it("are never taken from the message", () => {
    const message =
      "No such file\n    at /srv/secret.js:7:7\n    at https://app.example/assets/main.js:40404:5";
    const stack = `Error: ${message}\n    at https://app.example/assets/main.js:1:2`;
    expect(readFrames(thrown(message, stack), scripts)).toEqual([
      { file: "main.js", line: 1, column: 2 },
    ]);
    expect(readFrames(thrown(message, stack, "Renamed since"), scripts)).toHaveLength(1);
    const real = new Error(message);
    expect(readFrames(real, scripts)).toEqual([]);
  });

  it.each([
    ["of a neighbour that begins alike", "https://app.example.evil/assets/main.js:1:1"],
    ["of a file that is no script", "https://app.example/assets/my secret.js:1:1"],
    ["of a path that is none of a build", "https://app.example/assets/../../repo/secret.ts:1:1"],
    ["with an escape in it", "https://app.example/assets/%73ecret.js:1:1"],
    [
      "of code that was evaluated",
      "eval at run (https://app.example/assets/main.js:1:1), <anonymous>:1:1",
    ],
    ["of code that Firefox evaluated", "https://app.example/assets/main.js line 3 > eval:1:1"],
    ["of a blob", "blob:https://app.example/assets/main.js:1:1"],
    ["of a file of the disk", "file:///srv/main.js:1:1"],
    ["with a line beyond any script", "https://app.example/assets/main.js:123456789:1"],
  ])("are left out: that %s", (_what, place) => {
    expect(readFrames(thrown("", `Error\n    at run (${place})`), scripts)).toEqual([]);
  });

  it("are those of files that are named, where files are named", () => {
    const lines = ["main.js", "secret-word.js"].map((file) => `    at f (${bases[0]}${file}:1:1)`);
    const error = thrown("x", ["Error: x", ...lines].join("\n"));
    expect(readFrames(error, { bases, files: new Set(["main.js"]) })).toEqual([
      { file: "main.js", line: 1, column: 1 },
    ]);
  });

  it("are none where there is no stack, and at most thirty", () => {
    for (const value of [undefined, null, "text", 1, {}, { stack: `at ${bases[0]}a.js:1:1` }]) {
      expect(readFrames(value, scripts)).toEqual([]);
    }
    expect(readFrames(thrown("", 7 as never), scripts)).toEqual([]);
    const line = `    at f (${bases[0]}a.js:1:1)\n`;
    expect(readFrames(thrown("", line.repeat(100)), scripts)).toHaveLength(30);
  });

  it("are found in time, however long a message or a stack is", () => {
    const long = "at (https://".repeat(500_000);
    const start = performance.now();
    expect(
      readFrames(thrown(long, `Error: ${long}\n    at ${bases[0]}a.js:1:1`), scripts),
    ).toHaveLength(1);
    readFrames(thrown("", long), scripts);
    // Generous: a quadratic search would take minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
