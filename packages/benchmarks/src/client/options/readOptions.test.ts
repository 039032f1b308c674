import { expect, test } from "vitest";
import { peers } from "../peers/peers.ts";
import { readOptions } from "./readOptions.ts";

test("without options everything is measured, and written to the results", () => {
  const options = readOptions([], "results");
  expect(options.peers).toBe(peers);
  expect(options).toMatchObject({
    counts: [1, 10, 100, 1000],
    parts: ["size", "cost", "loss"],
    output: "results",
  });
});

test("less than everything is not written unless a folder is named", () => {
  expect(readOptions(["--only", "posthog"], "results").output).toBeUndefined();
  expect(readOptions(["--quick"], "results").output).toBeUndefined();
  expect(readOptions(["--quick", "--output", "elsewhere"], "results").output).toBe("elsewhere");
});

test("clients, scenarios and counts can be chosen", () => {
  const options = readOptions(
    ["--only", "faro, segment", "--scenario", "close", "--counts", "1,1000"],
    "results",
  );
  expect(options.peers.map(({ id }) => id)).toEqual(["segment", "faro"]);
  expect(options.scenarios.map(({ id }) => id)).toEqual(["close"]);
  expect(options.counts).toEqual([1, 1000]);
});

test.each([
  [["--only", "nobody"], /does not know "nobody"/u],
  [["--counts", "1001"], /from 1 to 1000/u],
  [["--workers", "0.5"], /whole numbers/u],
  [["--what"], /Unknown option/u],
])("%j is refused with a reason", (commandLine, reason) => {
  expect(() => readOptions(commandLine, "results")).toThrow(reason);
});
