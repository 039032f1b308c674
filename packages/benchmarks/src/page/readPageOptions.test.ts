import { describe, expect, it } from "vitest";
import { readPageOptions } from "./readPageOptions.ts";

describe("readPageOptions", () => {
  it("asks for ten million events, in a folder that is not kept", () => {
    expect(readPageOptions([])).toEqual({ events: 10_000_000, rounds: 5, folder: undefined });
  });

  it("takes another size, another number of rounds and a folder", () => {
    expect(readPageOptions(["--events", "500", "--rounds=2", "--folder", "kept"])).toEqual({
      events: 500,
      rounds: 2,
      folder: "kept",
    });
  });

  it.each([[["--events", "many"]], [["--rounds", "0"]], [["--event", "1"]], [["1000"]]])(
    "refuses %j",
    (commandLine) => {
      expect(() => readPageOptions(commandLine)).toThrow(/whole number|option|argument/iu);
    },
  );
});
