import { describe, expect, it } from "vitest";
import { firstEvents, without } from "./consumeRows.ts";
import { packRows } from "./packRows.ts";

const events = Array.from({ length: 250 }, (_, index) => ({
  id: String(index),
  text: JSON.stringify({ name: `event.${index}` }),
}));
const names = (rows: Parameters<typeof firstEvents>[0], most?: number) =>
  firstEvents(rows, most).map(({ name }) => name);
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `event.${from + index}`);

describe("Events packed into rows", () => {
  it("are a hundred a row, in order, each row named as its first", () => {
    const rows = packRows(events);
    expect(rows.map(({ id }) => id)).toEqual(["0", "100", "200"]);
    expect(rows.map(({ text }) => text.split("\n").length)).toEqual([100, 100, 50]);
    expect(names(rows)).toEqual(range(0, 250));
    expect(packRows([])).toEqual([]);
    expect(packRows(events.slice(7, 8))).toEqual(events.slice(7, 8));
  });

  it("do not change what was packed", () => {
    const copy = structuredClone(events);
    packRows(events);
    expect(events).toEqual(copy);
  });

  it("are read from the front, as many as are asked for", () => {
    const rows = packRows(events);
    expect(names(rows, 1)).toEqual(range(0, 1));
    expect(names(rows, 130)).toEqual(range(0, 130));
    expect(names(rows, 1000)).toEqual(range(0, 250));
    expect(names([])).toEqual([]);
  });

  it("leave a row from the front, and the row when none is left", () => {
    const rows = packRows(events);
    const rest = (count: number) =>
      without(rows, count).map(({ id, text }) => [id, text === "" ? 0 : text.split("\n").length]);
    expect(rest(0)).toEqual([]);
    expect(rest(1)).toEqual([["0", 99]]);
    expect(rest(100)).toEqual([["0", 0]]);
    expect(rest(101)).toEqual([
      ["0", 0],
      ["100", 99],
    ]);
    expect(rest(250)).toEqual([
      ["0", 0],
      ["100", 0],
      ["200", 0],
    ]);
    expect(names(without(rows, 170).slice(1))).toEqual(range(170, 200));
  });
});
