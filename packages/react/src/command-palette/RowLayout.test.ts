import { resolveAction } from "@action-telemetry/actions";
import { describe, expect, it } from "vitest";
import { groupItems } from "./groupItems.ts";
import { moveSelection, selectedOption } from "./moveSelection.ts";
import {
  headingHeight,
  layoutRows,
  listPadding,
  optionHeight,
  scrollToRow,
  visibleRows,
} from "./RowLayout.ts";

const items = Array.from({ length: 10_000 }, (_, index) => ({
  key: String(index),
  active: true,
  action: resolveAction({
    id: `a${index}`,
    title: `Action ${index}`,
    category: "All",
    run: () => undefined,
  }),
}));
const headings = { recent: "Recent", other: "Other" };
const rows = groupItems(items, ["a7"], headings);
const layout = layoutRows(rows);

describe("The list of a palette", () => {
  it("begins with what was run lately, and lists every action once", () => {
    expect(rows.slice(0, 4).map(({ key }) => key)).toEqual([
      "heading:Recent",
      "7",
      "heading:All",
      "0",
    ]);
    expect(rows).toHaveLength(10_002);
  });

  it("renders few rows wherever it is scrolled to", () => {
    for (const top of [0, 5_000, layout.height]) {
      const { first, last } = visibleRows(layout, top);
      expect(last - first).toBeLessThan(25);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThanOrEqual(rows.length);
    }
  });

  it("is as high as its rows", () => {
    expect(layout.height).toBe(2 * listPadding + 2 * headingHeight + 10_000 * optionHeight);
  });

  it("scrolls as little as shows a row, with the heading above it", () => {
    const list = { scrollTop: 0, clientHeight: 200 };
    expect(scrollToRow(rows, layout, 3, list)).toBe(0);
    expect(scrollToRow(rows, layout, 100, list)).toBe(
      (layout.tops[100] ?? 0) + optionHeight + listPadding - 200,
    );
    expect(scrollToRow(rows, layout, 1, { ...list, scrollTop: 300 })).toBe(0);
    expect(scrollToRow(rows, layout, 3, { ...list, scrollTop: 300 })).toBe(
      (layout.tops[2] ?? 0) - listPadding,
    );
  });

  it("goes round by steps, and stops at the ends by pages", () => {
    expect(selectedOption(rows, "gone")?.key).toBe("7");
    expect(moveSelection(rows, "7", "previous", 10)?.key).toBe("9999");
    expect(moveSelection(rows, "9999", "next", 10)?.key).toBe("7");
    expect(moveSelection(rows, "9995", "nextPage", 10)?.key).toBe("9999");
    expect(moveSelection(rows, "0", "previousPage", 10)?.key).toBe("7");
    expect(moveSelection([], undefined, "next", 10)).toBe(undefined);
  });
});
