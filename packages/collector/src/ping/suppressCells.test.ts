import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PingCell } from "./Ping.ts";
import { suppressCells } from "./suppressCells.ts";

const floor = 5;
const cells: fc.Arbitrary<readonly PingCell[]> = fc.uniqueArray(
  fc
    .record({
      key: fc.constantFrom("a", "b", "c", "d", "e", "f", "other"),
      users: fc.integer({ min: 1, max: 12 }),
      more: fc.integer({ min: 0, max: 40 }),
    })
    .map(({ key, users, more }) => ({ key, users, executions: users + more })),
  { selector: ({ key }) => key },
);

const keysOf = (some: readonly PingCell[]) => some.map(({ key }) => key).toSorted();

/** Those of too few users whose executions can be computed from the exact total and the exact cells that are shown. */
function findOut(all: readonly PingCell[], shown: readonly PingCell[]): readonly string[] {
  const hidden = all.filter((cell) => !shown.includes(cell));
  return hidden.length === 1 ? keysOf(hidden) : [];
}

describe("Cells of too few users", () => {
  it("are found out when only they are left out: the attack works", () => {
    const all = [
      { key: "a", users: 12, executions: 12 },
      { key: "b", users: 1, executions: 7 },
    ];
    const naive = all.filter(({ users }) => users >= floor);
    expect(findOut(all, naive)).toEqual(["b"]);
  });

  it("are not shown, nor computed from the total and the cells that are shown", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const shown = suppressCells(all, floor);
        expect(shown.every(({ users }) => users >= floor)).toBe(true);
        expect(shown.length === 0 ? [] : findOut(all, shown)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("take one of enough users along, lest anybody know that it is few who are behind one that is left out", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const shown = suppressCells(all, floor);
        const hidden = all.filter((cell) => !shown.includes(cell));
        if (hidden.length === 0 || shown.length === 0) return;
        expect(hidden.some(({ users }) => users < floor)).toBe(true);
        expect(hidden.some(({ users }) => users >= floor)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("can change places with all that are left out, and the same is shown", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const shown = suppressCells(all, floor);
        const hidden = all.filter((cell) => !shown.includes(cell));
        for (const one of hidden) {
          for (const other of hidden) {
            const changed = all.map((cell) => {
              if (cell === one) return { ...other, key: one.key };
              return cell === other ? { ...one, key: other.key } : cell;
            });
            expect(keysOf(suppressCells(changed, floor))).toEqual(keysOf(shown));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("take nothing along that need not go", () => {
    const a = { key: "a", users: 12, executions: 12 };
    const b = { key: "b", users: 6, executions: 6 };
    const c = { key: "c", users: 1, executions: 3 };
    expect(suppressCells([a, b, c], floor)).toEqual([a]);
    expect(suppressCells([a, b], floor)).toEqual([a, b]);
  });

  it("take along all that are as large as the smallest, for which is taken must not follow from names", () => {
    const a = { key: "a", users: 6, executions: 12 };
    const b = { key: "b", users: 6, executions: 6 };
    const c = { key: "c", users: 1, executions: 3 };
    const d = { key: "d", users: 7, executions: 7 };
    expect(suppressCells([a, b, c, d], floor)).toEqual([d]);
  });
});
