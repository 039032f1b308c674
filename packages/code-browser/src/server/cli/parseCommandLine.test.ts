import { expect, test } from "vitest";
import { parseCommandLine } from "./parseCommandLine.ts";

test("without words the defaults hold", () => {
  expect(parseCommandLine([])).toEqual({
    ok: true,
    value: { port: 3080, host: "127.0.0.1", extensions: [], help: false },
  });
});

test("a folder, a port, a host, a data folder and extensions are read", () => {
  const words = [
    "repo",
    "--port",
    "0",
    "--host",
    "::1",
    "--data-dir",
    "d",
    "--extension",
    "a",
    "--extension",
    "b",
  ];
  expect(parseCommandLine(words)).toMatchObject({
    value: { folder: "repo", port: 0, host: "::1", dataFolder: "d", extensions: ["a", "b"] },
  });
});

test.each([
  [["--port", "x"], "--port needs a number from 0 to 65535."],
  [["--port", "70000"], "--port needs a number from 0 to 65535."],
  [["--unknown"], "Unknown option '--unknown'."],
  [["a", "b"], "One folder can be opened at a time."],
  [["--port"], "Option '--port <value>' argument missing."],
])("%j is not understood, and said so in a sentence", (words, message) => {
  expect(parseCommandLine(words)).toEqual({ ok: false, message });
});

test.each(["0.0.0.0", "192.168.1.7", "::", "example.com"])(
  "listening on %s is refused, because nobody signs in",
  (host) => {
    expect(parseCommandLine(["--host", host])).toMatchObject({
      ok: false,
      message: expect.stringContaining("could read the repository"),
    });
  },
);
