import type { EventStore } from "../store/EventStore.ts";
import type { Selection } from "../store/Selection.ts";
import { type Week, weekLabel } from "../time/week.ts";
import { otherKey, type Ping, type PingCell } from "./Ping.ts";
import type { PingDimension, PublicNames } from "./PublicNames.ts";
import { roundCount } from "./roundCount.ts";
import { byKey, suppressCells } from "./suppressCells.ts";

/** What a ping is made from. */
export interface PingOptions {
  readonly store: Pick<EventStore, "totals" | "breakdown" | "usersOf">;
  readonly names: PublicNames;
  /** How many distinct users a number must stand for. */
  readonly floor: number;
  /** Made for this ping alone. */
  readonly id: string;
}

/** Makes the ping of a week that is over, out of the executions of actions by people. */
export async function composePing(week: Week, options: PingOptions): Promise<Ping> {
  const { store, floor, id } = options;
  const { users, executions } = await store.totals({ period: week, kind: "action" });
  return {
    version: 1,
    id,
    week: weekLabel(week),
    floor,
    total: users < floor ? null : { users: roundCount(users), executions: roundCount(executions) },
    actions: await composeCells("name", week, options),
    surfaces: await composeCells("surface", week, options),
    platforms: await composeCells("platform", week, options),
  };
}

async function composeCells(
  dimension: PingDimension,
  week: Week,
  { store, names, floor }: PingOptions,
): Promise<readonly PingCell[]> {
  const selection: Selection = { period: week, kind: "action" };
  const rows = await store.breakdown(selection, dimension);
  const isPublic = (key: string) => names[dimension].has(key) && key !== otherKey;
  const cells: PingCell[] = rows.filter(({ key }) => isPublic(key));
  const others = rows.filter(({ key }) => !isPublic(key));
  const usersOf = (keys: readonly string[]) => store.usersOf(selection, dimension, keys);
  const otherKeys = others.map(({ key }) => key);
  if (others.length > 0) {
    const executions = others.reduce((sum, row) => sum + row.executions, 0);
    cells.push({ key: otherKey, executions, users: await usersOf(otherKeys) });
  }
  const shown = await suppressCells(cells, floor, (keys) =>
    usersOf(keys.flatMap((key) => (key === otherKey ? otherKeys : [key]))),
  );
  return shown.toSorted(byKey).map(({ key, users, executions }) => ({
    key,
    users: roundCount(users),
    executions: roundCount(executions),
  }));
}
