import { describe, expect, it } from "vitest";
import { PeopleBits } from "../../rollups/PeopleBits.ts";
import type { RollUpRow } from "./RollUpRow.ts";
import { UnitedPeople } from "./UnitedPeople.ts";

const row = (place: number, ...bytes: number[]): RollUpRow => [place, Uint8Array.from(bytes)];

/** Counts how often people were united, and tells each time apart. */
function counting() {
  let times = 0;
  return () => new Map([[(times += 1), new PeopleBits()]]);
}

describe("People who were united", () => {
  it("are not united again while their rows have the same bytes", () => {
    const united = new UnitedPeople();
    const unite = counting();
    const first = united.of("a", [row(1, 5, 6), row(2, 7)], unite);
    expect(united.of("a", [row(1, 5, 6), row(2, 7)], unite)).toBe(first);
  });

  it.each<readonly [string, readonly RollUpRow[]]>([
    ["a byte of a row", [row(1, 5, 6), row(2, 8)]],
    ["the length of a row", [row(1, 5, 6), row(2, 7, 0)]],
    ["the place of a row", [row(1, 5, 6), row(3, 7)]],
    ["a row more", [row(1, 5, 6), row(2, 7), row(3, 7)]],
    ["a row less", [row(1, 5, 6)]],
  ])("are united again when this has changed: %s", (_, rows) => {
    const united = new UnitedPeople();
    const unite = counting();
    united.of("a", [row(1, 5, 6), row(2, 7)], unite);
    expect([...united.of("a", rows, unite).keys()]).toEqual([2]);
    expect([...united.of("a", rows, unite).keys()]).toEqual([2]);
  });

  it("are forgotten when their rows take too much, those asked for longest ago first", () => {
    const united = new UnitedPeople(4);
    const unite = counting();
    const ask = (name: string) => [...united.of(name, [row(1, 5, 6)], unite).keys()][0];
    expect([ask("a"), ask("b"), ask("a"), ask("c")]).toEqual([1, 2, 1, 3]);
    expect([ask("a"), ask("b")]).toEqual([1, 4]);
    const large = [row(1, 1, 2, 3, 4, 5)];
    expect([...united.of("d", large, unite).keys()]).toEqual([5]);
    expect([...united.of("d", large, unite).keys()]).toEqual([6]);
  });
});
