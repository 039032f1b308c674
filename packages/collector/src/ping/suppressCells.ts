import type { PingCell } from "./Ping.ts";

/** Counts the distinct users of several cells together. */
export type CountUsers = (keys: readonly string[]) => Promise<number>;

/**
 * Leaves out the cells of too few users, and as many more as it takes that nobody can compute them: the
 * cells of a list add up to the total, so what is left out must be two cells at least, of enough users
 * together. The smallest ones go.
 *
 * @param floor - How many distinct users a number must stand for.
 * @returns The cells that may be shown, exact.
 */
export async function suppressCells(
  cells: readonly PingCell[],
  floor: number,
  countUsers: CountUsers,
): Promise<readonly PingCell[]> {
  const hidden = cells.filter(({ users }) => users < floor).map(({ key }) => key);
  const shown = cells.filter(({ users }) => users >= floor).toSorted(bySize);
  while (hidden.length > 0) {
    if (hidden.length > 1 && (await countUsers(hidden)) >= floor) break;
    const smallest = shown.shift();
    if (smallest === undefined) break;
    hidden.push(smallest.key);
  }
  return shown;
}

function bySize(left: PingCell, right: PingCell): number {
  return left.users - right.users || left.executions - right.executions || byKey(left, right);
}

/** In an order that tells nothing about the counts. */
export function byKey(left: PingCell, right: PingCell): number {
  return left.key < right.key ? -1 : Number(left.key > right.key);
}
