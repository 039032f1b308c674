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

test.each([["--port", "x"], ["--port", "70000"], ["--unknown"], ["a", "b"], ["--port"]])(
  "%j %j is not understood, and said so",
  (...words) => {
    const answer = parseCommandLine(words);
    expect(answer.ok).toBe(false);
  },
);
