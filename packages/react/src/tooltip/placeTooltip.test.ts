import { describe, expect, it } from "vitest";
import { placeTooltip } from "./placeTooltip.ts";

const tooltip = { width: 100, height: 40 };
const viewport = { width: 320, height: 300 };
const at = (left: number, top: number) => ({ left, top, width: 40, height: 28 });

describe("A tooltip's place", () => {
  it("is under the middle of the anchor", () => {
    expect(placeTooltip(at(140, 100), tooltip, viewport)).toEqual({
      left: 110,
      top: 134,
      side: "below",
    });
  });

  it("is above where there is no room below, and below where there is none at all", () => {
    expect(placeTooltip(at(140, 260), tooltip, viewport)).toEqual({
      left: 110,
      top: 214,
      side: "above",
    });
    expect(placeTooltip(at(140, 10), tooltip, { width: 320, height: 60 }).side).toBe("below");
  });

  it("is never over the edge", () => {
    expect(placeTooltip(at(0, 100), tooltip, viewport).left).toBe(8);
    expect(placeTooltip(at(300, 100), tooltip, viewport).left).toBe(212);
  });
});
