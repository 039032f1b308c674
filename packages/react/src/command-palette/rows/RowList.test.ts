import { describe, expect, it } from "vitest";
import { createRowList, type RowSection } from "./RowList.ts";
import { headingHeight, listPadding, optionHeight } from "./rowSizes.ts";

function section(heading: string, titles: readonly string[]): RowSection {
  return {
    heading,
    count: titles.length,
    option: (place, index) => ({
      kind: "option",
      key: titles[place] ?? "",
      index,
      target: { kind: "mode", prefix: "" },
      title: titles[place] ?? "",
      grouped: false,
      external: false,
      titleMatches: [],
      categoryMatches: [],
    }),
  };
}

const list = createRowList([
  section("Recent", ["a", "b"]),
  section("Empty", []),
  section("", ["c"]),
  section("Git", ["d"]),
]);
const keys = (from: number, to: number) => list.between(from, to).map(({ row }) => row.key);

describe("A list of rows", () => {
  it("counts options, and lays rows out one under the other", () => {
    expect(list.count).toBe(4);
    expect(list.height).toBe(2 * listPadding + 2 * headingHeight + 4 * optionHeight);
    const all = list.between(0, list.height);
    expect(all.map(({ row }) => row.key)).toEqual([
      "heading:Recent",
      "a",
      "b",
      "c",
      "heading:Git",
      "d",
    ]);
    expect(all.map(({ top }) => top)).toEqual([6, 38, 74, 110, 146, 178]);
  });

  it("gives the same option again for the same index", () => {
    expect(list.option(3)?.key).toBe("d");
    expect(list.option(3)).toBe(list.option(3));
    expect(list.option(4)).toBe(undefined);
    expect(list.option(-1)).toBe(undefined);
  });

  it("makes only the rows that are looked at", () => {
    const made: number[] = [];
    const many = createRowList([
      {
        ...section("", []),
        count: 100_000,
        option(_place, index) {
          made.push(index);
          return section("", ["x"]).option(0, index);
        },
      },
    ]);
    expect(many.between(360_000, 360_400).length).toBeLessThan(14);
    expect(made.length).toBeLessThan(14);
    expect(keys(40, 80)).toEqual(["a", "b"]);
  });

  it("shows the heading with the first option under it", () => {
    expect(list.stretchOf(0).top).toBe(listPadding);
    expect(list.stretchOf(1)).toEqual({ top: 74, bottom: 110 });
    expect(list.stretchOf(3)).toEqual({ top: 146, bottom: 214 });
  });
});
