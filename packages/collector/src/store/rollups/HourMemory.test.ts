import { expect, it } from "vitest";
import type { Period } from "../../time/calendar.ts";
import { HourMemory } from "./HourMemory.ts";

const hours = (first: number, last: number): Period => ({ unit: "hour", first, last });

function setUp() {
  const memory = new HourMemory<string>();
  const counted: string[] = [];
  const count =
    (version: string, { first, last }: Period) =>
    () => {
      counted.push(`${version} ${first} to ${last}`);
      return `${first} to ${last}`;
    };
  return {
    counted,
    of: (version: string, period: Period) => memory.of(version, period, count(version, period)),
    ofAtLeast: (version: string, period: Period) =>
      memory.ofAtLeast(version, period, count(version, period)),
  };
}

it("A period and the one before it are counted once, until something is stored", () => {
  const { counted, of } = setUp();
  for (let time = 0; time < 3; time += 1) {
    expect(of("a", hours(24, 47))).toBe("24 to 47");
    expect(of("a", hours(0, 23))).toBe("0 to 23");
  }
  expect(counted).toEqual(["a 24 to 47", "a 0 to 23"]);
  of("b", hours(24, 47));
  of("a", hours(0, 23));
  expect(counted).toEqual(["a 24 to 47", "a 0 to 23", "b 24 to 47", "a 0 to 23"]);
});

it("Part of a period is found in what was counted of all of it, and counted where that is not known", () => {
  const { counted, of, ofAtLeast } = setUp();
  of("a", hours(24, 47));
  of("a", hours(0, 23));
  expect([ofAtLeast("a", hours(24, 46)), ofAtLeast("a", hours(0, 22))]).toEqual([
    "24 to 47",
    "0 to 23",
  ]);
  expect(counted).toHaveLength(2);
  expect(of("a", hours(24, 46))).toBe("24 to 46");
  expect(ofAtLeast("b", hours(24, 46))).toBe("24 to 46");
  expect(ofAtLeast("b", hours(23, 46))).toBe("23 to 46");
  expect(counted).toEqual(["a 24 to 47", "a 0 to 23", "a 24 to 46", "b 24 to 46", "b 23 to 46"]);
});
