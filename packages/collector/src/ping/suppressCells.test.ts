import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PingCell } from "./Ping.ts";
import { suppressCells } from "./suppressCells.ts";

/** Who did what: by key of a cell, how often each user did it. */
type World = Readonly<Record<string, Readonly<Record<string, number>>>>;

const floor = 5;
const people = Array.from({ length: 12 }, (_, n) => `user-${n}`);
const world: fc.Arbitrary<World> = fc.dictionary(
  fc.constantFrom("a", "b", "c", "d", "e", "other"),
  fc.dictionary(fc.constantFrom(...people), fc.integer({ min: 1, max: 40 }), { minKeys: 1 }),
);

const usersOf = (data: World, keys: readonly string[]) =>
  new Set(keys.flatMap((key) => Object.keys(data[key] ?? {}))).size;
const executionsOf = (data: World, keys: readonly string[]) =>
  keys.flatMap((key) => Object.values(data[key] ?? {})).reduce((sum, count) => sum + count, 0);
const cellsOf = (data: World): readonly PingCell[] =>
  Object.keys(data).map((key) => ({
    key,
    users: usersOf(data, [key]),
    executions: executionsOf(data, [key]),
  }));
const suppress = (data: World) =>
  suppressCells(cellsOf(data), floor, (keys) => Promise.resolve(usersOf(data, keys)));

/**
 * What somebody finds out who knows the exact total, the exact cells that are shown, and which others there
 * are: between what bounds the executions of those must be, which are whole numbers of 1 or more.
 */
function boundsOfHidden(data: World, shown: readonly PingCell[]) {
  const keys = Object.keys(data);
  const visible = new Set(shown.map(({ key }) => key));
  const hidden = keys.filter((key) => !visible.has(key));
  const isTotalShown = usersOf(data, keys) >= floor;
  const total = isTotalShown ? executionsOf(data, keys) : Number.POSITIVE_INFINITY;
  const left = total - shown.reduce((sum, { executions }) => sum + executions, 0);
  const others = hidden.length - 1;
  return hidden.map((key) => ({ key, least: others === 0 ? left : 1, most: left - others }));
}

/** The cells of too few users whose executions somebody can compute. */
function findOut(data: World, shown: readonly PingCell[]): readonly string[] {
  return boundsOfHidden(data, shown)
    .filter(({ key, least, most }) => usersOf(data, [key]) < floor && least === most)
    .filter(({ most }) => Number.isFinite(most))
    .map(({ key }) => key);
}

describe("Cells of too few users", () => {
  it("are found out when only they are left out: the attack works", () => {
    const data: World = {
      a: Object.fromEntries(people.map((person) => [person, 1])),
      b: { "user-1": 7 },
    };
    const naive = cellsOf(data).filter(({ users }) => users >= floor);
    expect(findOut(data, naive)).toEqual(["b"]);
  });

  it("cannot be computed from the total and the cells that are shown", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (data) => {
        const shown = await suppress(data);
        expect(shown.every(({ users }) => users >= floor)).toBe(true);
        expect(findOut(data, shown)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("take others along until enough people are behind what is left out", async () => {
    await fc.assert(
      fc.asyncProperty(world, async (data) => {
        const shown = new Set((await suppress(data)).map(({ key }) => key));
        const hidden = Object.keys(data).filter((key) => !shown.has(key));
        const isAlright = hidden.length !== 1 && usersOf(data, hidden) >= floor;
        expect(hidden.length === 0 || shown.size === 0 || isAlright).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("take nothing along that need not go", async () => {
    const everybody = Object.fromEntries(people.map((person) => [person, 1]));
    const some = Object.fromEntries(people.slice(0, 6).map((person) => [person, 1]));
    const data: World = { a: everybody, b: some, c: { "user-1": 3 }, d: everybody };
    expect((await suppress(data)).map(({ key }) => key)).toEqual(["a", "d"]);
    const { c: _c, ...without } = data;
    expect(await suppress(without)).toHaveLength(3);
  });
});
