import { describe, expect, it } from "vitest";
import { placePopup } from "./placePopup.ts";

const popup = { width: 100, height: 40 };
const viewport = { width: 320, height: 300 };
const at = (left: number, top: number) => ({ left, top, width: 40, height: 28 });

describe("A popup's place", () => {
  it("is under the middle of the anchor", () => {
    expect(placePopup(at(140, 100), popup, viewport)).toEqual({
      left: 110,
      top: 134,
      side: "below",
    });
  });

  it("is above where there is no room below, and below where there is none at all", () => {
    expect(placePopup(at(140, 260), popup, viewport)).toEqual({
      left: 110,
      top: 214,
      side: "above",
    });
    expect(placePopup(at(140, 10), popup, { width: 320, height: 60 }).side).toBe("below");
  });

  it("is never over the edge", () => {
    expect(placePopup(at(0, 100), popup, viewport).left).toBe(8);
    expect(placePopup(at(300, 100), popup, viewport).left).toBe(212);
  });

  it("keeps 8 pixels from every edge, also where it fits on neither side", () => {
    const place = placePopup(at(140, 30), popup, { width: 320, height: 64 });
    expect(place.top).toBe(16);
    expect(placePopup(at(140, 30), { width: 400, height: 400 }, viewport)).toMatchObject({
      left: 8,
      top: 8,
    });
  });

  it.each([
    ["start", "ltr", 140],
    ["start", "rtl", 80],
    ["end", "ltr", 80],
    ["end", "rtl", 140],
  ] as const)("meets the %s of the anchor in %s", (align, direction, left) => {
    expect(placePopup(at(140, 100), popup, viewport, { align, direction }).left).toBe(left);
  });

  it("is above where that is asked for, and below where there is no room for that", () => {
    const side = "above";
    expect(placePopup(at(140, 100), popup, viewport, { side }).side).toBe("above");
    expect(placePopup(at(140, 20), popup, viewport, { side }).side).toBe("below");
  });
});
