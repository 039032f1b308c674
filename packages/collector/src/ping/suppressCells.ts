import type { PingCell } from "./Ping.ts";

/**
 * Leaves out the cells of too few users, and with them the smallest that has enough, and all of its size. So among those
 * that are left out some are below the floor and some are not, and which is which nobody can tell: any two of them could
 * change places, and the ping were the same.
 *
 * @param floor - How many distinct users a number must stand for.
 * @returns The cells that may be shown.
 */
export function suppressCells(cells: readonly PingCell[], floor: number): readonly PingCell[] {
  const enough = cells.filter(({ users }) => users >= floor);
  if (enough.length === cells.length) return cells;
  const least = Math.min(...enough.map(({ users }) => users));
  return enough.filter(({ users }) => users > least);
}
