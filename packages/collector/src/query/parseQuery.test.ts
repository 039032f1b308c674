import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayMs } from "../time/calendar.ts";
import { type AnalyticsQuery, defaultQuery } from "./AnalyticsQuery.ts";
import { parseQuery } from "./parseQuery.ts";
import { queryParameters } from "./queryParameters.ts";
import { naturalUnit, presets, rangeToPeriod, units, unitsOf } from "./timeRanges.ts";
import { writeQuery } from "./writeQuery.ts";

const now = Date.UTC(2026, 10, 22, 12);
const parse = (text: string) => parseQuery(new URLSearchParams(text));

const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((count) => new Date(count * dayMs).toISOString().slice(0, 10));
const range = fc.oneof(
  fc.constantFrom(...presets),
  fc.tuple(day, fc.nat(11_000)).map(([from, days]) => ({
    from,
    to: new Date(Date.parse(from) + days * dayMs).toISOString().slice(0, 10),
  })),
);
const identifier = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,40}$/);
const filter = fc.record(
  {
    action: identifier,
    surface: fc.oneof(identifier, fc.constant("")),
    source: identifier,
    platform: identifier,
    trigger: fc.constantFrom("pointer", "keyboard", "api", ""),
  },
  { requiredKeys: [] },
);
const query: fc.Arbitrary<AnalyticsQuery> = range.chain((chosen) =>
  fc
    .record(
      { unit: fc.constantFrom(...unitsOf(chosen)), filter, hasComparison: fc.boolean() },
      { requiredKeys: ["filter", "hasComparison"] },
    )
    .map((rest) => ({ range: chosen, ...rest })),
);

describe("parseQuery", () => {
  it("reads what writeQuery writes, without a problem", () => {
    fc.assert(
      fc.property(query, (asked) => {
        expect(parseQuery(writeQuery(asked))).toEqual({ query: asked, problems: [] });
      }),
    );
  });

  it("reads nothing as what is asked by default", () => {
    expect(parse("utm_source=elsewhere")).toEqual({ query: defaultQuery, problems: [] });
  });

  it.each([
    ["range=1y", {}, "range must be one of 24h, 7d, 30d, 90d, 12m."],
    ["range=30d&range=7d", { range: "30d" }, "range must be given once."],
    ["from=2026-02-30&to=2026-03-01", {}, "from must be a day such as"],
    ["from=2026-03-01", {}, "from and to must be given together."],
    [
      "from=2026-03-02&to=2026-03-01",
      { range: { from: "2026-03-01", to: "2026-03-02" } },
      "from must not be after to.",
    ],
    ["from=1970-01-01&to=2026-03-01", {}, "from must be less than 33 years before to."],
    ["unit=decade", {}, "unit must be one of"],
    ["range=30d&unit=hour", { range: "30d" }, "unit must be longer"],
    ["surface=%3Cimg%3E", {}, "surface must be an identifier, or nothing."],
    ["trigger=voice", {}, "trigger must be one of"],
    ["compare=", {}, "compare must be one of on, off."],
  ])("mends %s and says so", (text, changes, problem) => {
    const { query: mended, problems } = parse(text);
    expect(mended).toEqual({ ...defaultQuery, ...changes });
    expect(problems.join(" ")).toContain(problem);
  });

  it("makes a query that can be asked of whatever stands in an address", () => {
    const names = fc.constantFrom(...Object.keys(queryParameters));
    const text = fc.oneof(fc.string(), day, fc.constantFrom(...presets, ...units));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, text)), (pairs) => {
        const { query: mended } = parseQuery(new URLSearchParams(pairs));
        expect(parseQuery(writeQuery(mended))).toEqual({ query: mended, problems: [] });
        const { first, last } = rangeToPeriod(
          mended.range,
          mended.unit ?? naturalUnit(mended.range),
          now,
        );
        expect(last - first).toBeGreaterThanOrEqual(0);
        expect(last - first).toBeLessThan(400);
      }),
    );
  });
});

describe("naturalUnit", () => {
  it.each([
    ["2026-11-22", "2026-11-22", "hour"],
    ["2026-11-16", "2026-11-22", "day"],
    ["2026-01-01", "2026-11-22", "week"],
    ["2024-01-01", "2026-11-22", "month"],
  ])("of %s to %s is easy to read: a %s", (from, to, unit) => {
    expect(naturalUnit({ from, to })).toBe(unit);
  });
});
