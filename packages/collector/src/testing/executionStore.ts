import type { PingOptions } from "../ping/composePing.ts";
import type { PingDimension } from "../ping/PublicNames.ts";
import type { Dimension } from "../store/Selection.ts";

/** What somebody did, and where. */
export type Deed = Readonly<Record<PingDimension, string>>;

/** One execution: who did what, where. */
export type Execution = Deed & { readonly user: string };

/** How many people did these. */
export function usersIn(executions: readonly Execution[]): number {
  return new Set(executions.map(({ user }) => user)).size;
}

/** As much of a store as a ping is made from, for the executions of one week. */
export function executionStore(rows: readonly Execution[]): PingOptions["store"] {
  const valueOf = (row: Execution, dimension: Dimension) => row[dimension as PingDimension];
  return {
    totals: async () => ({ executions: rows.length, users: usersIn(rows), names: 0, synthetic: 0 }),
    breakdown: async (_, dimension) =>
      Array.from(new Set(rows.map((row) => valueOf(row, dimension))), (key) => {
        const some = rows.filter((row) => valueOf(row, dimension) === key);
        return { key, executions: some.length, users: usersIn(some) };
      }),
    usersOf: async (_, dimension, keys) =>
      usersIn(rows.filter((row) => keys.includes(valueOf(row, dimension)))),
  };
}
