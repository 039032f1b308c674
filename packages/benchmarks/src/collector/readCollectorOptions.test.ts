import { describe, expect, it } from "vitest";
import { readCollectorOptions } from "./readCollectorOptions.ts";

describe("readCollectorOptions", () => {
  it("stores a million events and writes what it finds", () => {
    expect(readCollectorOptions([], undefined)).toMatchObject({
      events: 1_000_000,
      sizes: [1_000_000],
      stores: [],
      isWhole: true,
    });
  });

  it("only prints what a quick look finds", () => {
    expect(readCollectorOptions(["--quick"], undefined).isWhole).toBe(false);
  });

  it("asks for dashboards at ten million events where there is time", () => {
    expect(readCollectorOptions(["--long"], undefined).sizes).toContain(10_000_000);
  });

  it("measures the store of DATABASE_URL beside SQLite", () => {
    expect(readCollectorOptions([], "postgres://localhost/x").stores).toEqual([
      "postgres://localhost/x",
    ]);
  });

  it.each([["--quik"], ["--quick", "--long"]])("refuses %s", (...commandLine) => {
    expect(() => readCollectorOptions(commandLine, undefined)).toThrow(/option/);
  });
});
