import { describe, expect, it } from "vitest";
import { readUIOptions } from "./readUIOptions.ts";

describe("The options of the benchmark of palettes", () => {
  it("are everything when nothing is said, and only then the results are written", () => {
    expect(readUIOptions([])).toMatchObject({ sizes: [100, 1000, 10_000, 50_000], isWhole: true });
    expect(readUIOptions(["--quick"]).isWhole).toBe(false);
  });

  it("name parts, palettes and sizes", () => {
    const options = readUIOptions(["--part", "palette", "--only", "cmdk,kbar", "--sizes", "5,10"]);
    expect(options).toMatchObject({ parts: ["palette"], only: ["cmdk", "kbar"], sizes: [5, 10] });
  });

  it.each([["--sizes", "many"], ["--part", "tea"], ["--what"]])("refuse %s %s", (...line) => {
    expect(() => readUIOptions(line)).toThrow(/There is no|is no such number/);
  });
});
