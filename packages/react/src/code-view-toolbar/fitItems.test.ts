import { describe, expect, test } from "vitest";
import { fitItems, naturalLength, type ItemSize } from "./fitItems.ts";

const item = (full: number, more: Partial<ItemSize> = {}): ItemSize => ({
  full,
  compact: full,
  group: undefined,
  priority: 0,
  ...more,
});
const sizes = (...items: readonly ItemSize[]) => ({
  items,
  gap: 2,
  separator: 9,
  more: 28,
  breadth: 0,
});
const shown = (...flags: readonly (0 | 1)[]) => flags.map(Boolean);

describe("A toolbar", () => {
  const three = sizes(item(50), item(60), item(70));

  test("shows everything that fits, to the pixel", () => {
    expect(naturalLength(three)).toBe(184);
    expect(fitItems(three, 184)).toMatchObject({ isCompact: false, visible: shown(1, 1, 1) });
    expect(fitItems(three, 183).visible).toEqual(shown(1, 1, 0));
  });

  test("moves the last items into the menu, with room for its button", () => {
    expect(fitItems(three, 142).visible).toEqual(shown(1, 1, 0));
    expect(fitItems(three, 141).visible).toEqual(shown(1, 0, 0));
    expect(fitItems(three, 20).visible).toEqual(shown(0, 0, 0));
    expect(fitItems(three, 142).length).toBe(142);
  });

  test("takes the labels away before items", () => {
    const icons = sizes(item(80, { compact: 28 }), item(90, { compact: 28 }), item(40));
    expect(fitItems(icons, 214)).toMatchObject({ isCompact: false, visible: shown(1, 1, 1) });
    expect(fitItems(icons, 150)).toMatchObject({ isCompact: true, visible: shown(1, 1, 1) });
    expect(fitItems(icons, 99)).toMatchObject({ isCompact: true, visible: shown(1, 1, 0) });
  });

  test("keeps what is more important, in its place", () => {
    const important = sizes(item(50), item(60), item(70, { priority: 1 }));
    expect(fitItems(important, 160).visible).toEqual(shown(1, 0, 1));
    expect(fitItems(important, 110).visible).toEqual(shown(0, 0, 1));
  });

  test("hides what would not fit by itself, and not the others for it", () => {
    expect(fitItems(sizes(item(300), item(50), item(60)), 150).visible).toEqual(shown(0, 1, 1));
  });

  test("has a line between the groups that are shown", () => {
    const groups = sizes(item(50, { group: "a" }), item(50, { group: "b" }), item(50));
    expect(naturalLength(groups)).toBe(50 + 2 + 9 + 2 + 50 + 2 + 9 + 2 + 50);
  });
});
