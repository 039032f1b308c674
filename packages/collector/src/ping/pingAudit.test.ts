import { Value } from "typebox/value";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekOf } from "../time/week.ts";
import { testNow } from "../testing/batches.ts";
import { type Execution, executionStore, usersIn } from "../testing/executionStore.ts";
import { composePing } from "./composePing.ts";
import type { Ping } from "./Ping.ts";
import { pingSchema } from "./pingSchema.ts";
import type { PingDimension } from "./PublicNames.ts";
import { publicNames } from "./PublicNames.ts";

const floor = 5;
const dimensions: readonly PingDimension[] = ["name", "surface", "platform"];
const listOf = { name: "actions", surface: "surfaces", platform: "platforms" } as const;
const names = publicNames();
const execution: fc.Arbitrary<Execution> = fc.record({
  user: fc.integer({ min: 0, max: 14 }).map((n) => `user-${n}`),
  name: fc.constantFrom(
    "findReferences",
    "goToDefinition",
    "toggleLineWrap",
    "secret.run",
    "private.run",
  ),
  surface: fc.constantFrom("hover", "toolbar", "palette", "", "own-surface"),
  platform: fc.constantFrom("web", "chrome-extension", "my-editor"),
});
const weekOfExecutions = fc.array(execution, { minLength: 1, maxLength: 120 });

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

const ping = (rows: readonly Execution[]) =>
  composePing(weekOf(testNow), {
    store: executionStore(rows),
    names,
    floor,
    id: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11",
  });

/** The cell that an execution belongs to. */
const cellOf = (row: Execution, dimension: PingDimension) =>
  names[dimension].has(row[dimension]) ? row[dimension] : "other";

interface Equation {
  /** Which unknown counts add up. */
  readonly unknowns: readonly string[];
  readonly sum: number;
}

/**
 * What somebody knows who has a ping without any rounding, and knows which cells there are: the cells of each dimension
 * add up to the total, be it shown or not, and what is shown is known.
 */
function equationsOf(week: string, rows: readonly Execution[], shown: Ping): readonly Equation[] {
  const total = `${week} total`;
  return dimensions.flatMap((dimension) => {
    const cells = groupBy(rows, (row) => cellOf(row, dimension));
    const known = new Set(shown[listOf[dimension]].map(({ key }) => key));
    const hidden = [...cells.keys()].filter((key) => !known.has(key));
    const visible = [...cells]
      .filter(([key]) => known.has(key))
      .reduce((sum, [, some]) => sum + some.length, 0);
    const unknowns = hidden.map((key) => `${week} ${dimension} ${key}`);
    if (shown.total === null) return [{ unknowns: [...unknowns, `-${total}`], sum: -visible }];
    return [{ unknowns, sum: rows.length - visible }];
  });
}

/** Solves a system by elimination, and names the unknowns that have one value only. */
function solve(equations: readonly Equation[]): readonly string[] {
  const names = [...new Set(equations.flatMap(({ unknowns }) => unknowns))];
  const rows = equations.map(({ unknowns, sum }) => [
    ...names.map((name) => Number(unknowns.includes(name))),
    sum,
  ]);
  let rank = 0;
  for (let column = 0; column < names.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot === -1) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] ?? [], rows[rank] ?? []];
    const chosen = rows[rank] ?? [];
    const unit = chosen[column] ?? 1;
    rows[rank] = chosen.map((value) => value / unit);
    for (const [at, row] of rows.entries()) {
      const factor = at === rank ? 0 : (row[column] ?? 0);
      rows[at] = row.map((value, index) => value - factor * (rows[rank]?.[index] ?? 0));
    }
    rank += 1;
  }
  return rows.flatMap((row) => {
    const used = names.filter((_, column) => Math.abs(row[column] ?? 0) > 1e-9);
    return used.length === 1 ? used : [];
  });
}

describe("Somebody who solves for what a ping leaves out", () => {
  it("succeeds where only the small cells are left out: the attack works", () => {
    const many = Array.from({ length: 10 }, (_, n): Execution => ({
      user: `user-${n}`,
      name: "findReferences",
      surface: "hover",
      platform: "web",
    }));
    const rows = [...many, { ...(many[0] as Execution), name: "goToDefinition" }];
    const naive: Ping = {
      ...({} as Ping),
      total: { users: 10, executions: 11 },
      actions: [{ key: "findReferences", users: 10, executions: 10 }],
      surfaces: [{ key: "hover", users: 10, executions: 11 }],
      platforms: [{ key: "web", users: 10, executions: 11 }],
    };
    expect(solve(equationsOf("this week", rows, naive))).toEqual(["this week name goToDefinition"]);
  });

  it("fails, by totals, other cells, other dimensions and the week before together", async () => {
    let hiddenCells = 0;
    await fc.assert(
      fc.asyncProperty(
        weekOfExecutions,
        weekOfExecutions,
        fc.boolean(),
        async (last, more, isSame) => {
          // A week that is the one before and one person's deed more, or another one.
          const now = isSame ? [...last, ...more.slice(0, 1)] : more;
          const equations = [
            ...equationsOf("last week", last, await ping(last)),
            ...equationsOf("this week", now, await ping(now)),
          ];
          hiddenCells += equations.flatMap(({ unknowns }) => unknowns).length;
          expect(solve(equations)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
    // Else there was nothing to be found.
    expect(hiddenCells).toBeGreaterThan(1000);
  });

  it("finds nothing but what the schema has, rounded, of enough people, and no private name", async () => {
    await fc.assert(
      fc.asyncProperty(weekOfExecutions, async (rows) => {
        const made = await ping(rows);
        expect(Value.Check(pingSchema, made)).toBe(true);
        expect(JSON.stringify(made)).not.toMatch(/secret|private|own-surface|my-editor|user-/);
        for (const dimension of dimensions) {
          for (const { key, users } of made[listOf[dimension]]) {
            const some = rows.filter((row) => cellOf(row, dimension) === key);
            expect(usersIn(some)).toBeGreaterThanOrEqual(floor);
            expect(users).toBeGreaterThanOrEqual(floor);
          }
        }
        expect(JSON.stringify(await ping(rows))).toBe(JSON.stringify(made));
      }),
      { numRuns: 500 },
    );
  });

  it("does not see what one person did ten thousand times", async () => {
    const deedsOf = (people: number) =>
      Array.from({ length: 10_000 }, (_, n): Execution => ({
        user: `user-${n % people}`,
        name: "findReferences",
        surface: "hover",
        platform: "web",
      }));
    const nothing = { total: null, actions: [], surfaces: [], platforms: [] };
    expect(await ping(deedsOf(1))).toMatchObject(nothing);
    expect(await ping(deedsOf(floor - 1))).toMatchObject(nothing);
    // As many deeds of enough people (control).
    expect(await ping(deedsOf(floor))).toMatchObject({
      total: { users: floor, executions: 10_000 },
      actions: [{ key: "findReferences", users: floor, executions: 10_000 }],
    });
  });
});
