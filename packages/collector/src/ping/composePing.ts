import type { EventStore } from "../store/EventStore.ts";
import type { Selection, Totals } from "../store/Selection.ts";
import { type Week, weekLabel } from "../time/week.ts";
import { otherKey, type Ping, type PingCell } from "./Ping.ts";
import type { PingDimension, PublicNames } from "./PublicNames.ts";
import { roundCount } from "./roundCount.ts";
import { suppressCells } from "./suppressCells.ts";

/** What a ping is made from. */
export interface PingOptions {
  readonly store: Pick<EventStore, "totals" | "breakdown" | "usersOf">;
  readonly names: PublicNames;
  /** How many distinct users a number must stand for. */
  readonly floor: number;
  /** Made for this ping alone. */
  readonly id: string;
}

/** How often numbers are read that change meanwhile. */
const mostReadings = 10;

/**
 * Makes the ping of a week that is over, out of the executions of actions by people, all as of one moment: numbers of
 * different moments would tell of those who came between. Rejects where events of that week do not cease to come.
 */
export async function composePing(week: Week, options: PingOptions): Promise<Ping> {
  const { store, floor, id } = options;
  const selection: Selection = { period: week, kind: "action" };
  let totals = await store.totals(selection);
  for (let reading = 1; reading <= mostReadings; reading += 1) {
    const cells = {
      actions: await composeCells("name", selection, options),
      surfaces: await composeCells("surface", selection, options),
      platforms: await composeCells("platform", selection, options),
    };
    const after = await store.totals(selection);
    if (isSame(totals, after)) {
      const total = totals.users < floor ? null : rounded(totals);
      return { version: 1, id, week: weekLabel(week), floor, total, ...cells };
    }
    totals = after;
  }
  throw new Error(
    `@action-telemetry/collector: The numbers of a week changed ${mostReadings} times while they were read. ` +
      "A ping of them would not be of one moment. It is made when it is asked for again.",
  );
}

/** Whether nothing was counted and nobody erased in between: the one adds executions, the other takes users. */
function isSame(before: Totals, after: Totals): boolean {
  return before.executions === after.executions && before.users === after.users;
}

async function composeCells(
  dimension: PingDimension,
  selection: Selection,
  { store, names, floor }: PingOptions,
): Promise<readonly PingCell[]> {
  const rows = await store.breakdown(selection, dimension);
  const isPublic = (key: string) => names[dimension].has(key) && key !== otherKey;
  const cells: PingCell[] = rows.filter(({ key }) => isPublic(key));
  const others = rows.filter(({ key }) => !isPublic(key));
  if (others.length > 0) {
    const executions = others.reduce((sum, row) => sum + row.executions, 0);
    const keys = others.map(({ key }) => key);
    const users = await store.usersOf(selection, dimension, keys);
    cells.push({ key: otherKey, executions, users });
  }
  return suppressCells(cells, floor)
    .map(({ key, ...counts }) => ({ key, ...rounded(counts) }))
    .toSorted(byKey);
}

function rounded({ users, executions }: Omit<PingCell, "key">): Omit<PingCell, "key"> {
  return { users: roundCount(users), executions: roundCount(executions) };
}

/** In an order that tells nothing about the counts. */
function byKey(left: PingCell, right: PingCell): number {
  return left.key < right.key ? -1 : Number(left.key > right.key);
}
