import { describe, expect, it } from "vitest";
import { testNow } from "../testing/batches.ts";
import { everyWeek, type WeekOptions } from "../testing/everyWeek.ts";
import { type Deed, type Execution, executionStore, usersIn } from "../testing/executionStore.ts";
import { weekOf } from "../time/week.ts";
import { composePing } from "./composePing.ts";
import { otherKey, type Ping, type PingCell } from "./Ping.ts";
import { publicNames } from "./PublicNames.ts";

const dimensions = ["name", "surface", "platform"] as const;
const listOf = { name: "actions", surface: "surfaces", platform: "platforms" } as const;
const names = publicNames();

/** Who wants to find out what. */
interface Attempt extends Omit<WeekOptions, "executions"> {
  readonly floor: number;
  /** How many executions there are at most in a week. */
  readonly most: number;
  /** Whether it is known besides for which cells there is anything at all. @default that is not */
  readonly isKnownWhich?: boolean;
}

type Compose = (executions: readonly Execution[], floor: number) => Promise<Ping>;

const compose: Compose = (executions, floor) =>
  composePing(weekOf(testNow), { store: executionStore(executions), names, floor, id: "ping" });

/** Makes a ping that leaves out what too few did, and nothing to cover it. */
const composeUncovered: Compose = async (executions, floor) => {
  const { actions, surfaces, platforms, total, ...rest } = await compose(executions, 1);
  const enough = (cells: readonly PingCell[]) => cells.filter(({ users }) => users >= floor);
  return {
    ...rest,
    total: (total?.users ?? 0) < floor ? null : total,
    actions: enough(actions),
    surfaces: enough(surfaces),
    platforms: enough(platforms),
  };
};

/** Everything that a ping can have a cell for, by which deeds are in it. */
function cellsOf(deeds: readonly Deed[]) {
  return dimensions.flatMap((dimension) => {
    const keyOf = (deed: Deed) =>
      names[dimension].has(deed[dimension]) ? deed[dimension] : otherKey;
    return Array.from(new Set(deeds.map(keyOf)), (key) => ({
      label: `${dimension} ${key}`,
      isShown: (ping: Ping) => ping[listOf[dimension]].some((cell) => cell.key === key),
      has: (deed: Deed) => keyOf(deed) === key,
    }));
  });
}

/** What of a cell could be, as far as somebody can tell who has the ping. */
interface Possible {
  readonly cell: string;
  readonly users: Set<number>;
  readonly executions: Set<number>;
}

/**
 * Goes through every week that there could have been, and tells which numbers of cells that are left out have one value
 * in all weeks with the same ping. That nobody did a thing is no finding.
 */
async function findOut({ floor, most, isKnownWhich = false, ...weeks }: Attempt, make: Compose) {
  const known = new Map<string, readonly Possible[]>();
  const cells = cellsOf(weeks.deeds);
  for (let count = 1; count <= most; count += 1) {
    for (const week of everyWeek({ ...weeks, executions: count })) {
      const ping = await make(week, floor);
      const occurring = cells.filter(({ has }) => week.some(has)).map(({ label }) => label);
      const seen = JSON.stringify(isKnownWhich ? [ping, occurring] : ping);
      const possible =
        known.get(seen) ??
        cells
          .filter((cell) => !cell.isShown(ping))
          .map(({ label }) => ({ cell: label, users: new Set(), executions: new Set() }));
      known.set(seen, possible);
      for (const { cell, users, executions } of possible) {
        const some = week.filter((deed) => cells.find(({ label }) => label === cell)?.has(deed));
        users.add(usersIn(some));
        executions.add(some.length);
      }
    }
  }
  return [...known].flatMap(([seen, possible]) =>
    possible
      .filter(({ users, executions }) => isFound(users) || isFound(executions))
      .map(({ cell }) => `${cell} of ${seen}`),
  );
}

function isFound(values: ReadonlySet<number>): boolean {
  return values.size === 1 && !values.has(0);
}

const everywhere = { surface: "toolbar", platform: "web" };
const actions: readonly Deed[] = ["findReferences", "goToDefinition", "private.run"].map(
  (name) => ({ ...everywhere, name }),
);
const platforms: readonly Deed[] = ["chrome-extension", "web", "my-editor"].map((platform) => ({
  name: "findReferences",
  surface: "toolbar",
  platform,
}));
const inTwoDimensions = actions
  .slice(1)
  .flatMap((deed) => ["toolbar", "palette"].map((surface) => ({ ...deed, surface })));

describe("Somebody who goes through every week that a ping could be of", () => {
  const attempts: readonly [string, Attempt][] = [
    ["one dimension", { deeds: actions, floor: 3, most: 8 }],
    [
      "platforms, of which everybody is known to be on one",
      { deeds: platforms, isPossible: (deeds) => deeds.length === 1, floor: 3, most: 10 },
    ],
    ["several dimensions", { deeds: inTwoDimensions, floor: 3, most: 7 }],
  ];

  it.each(attempts)(
    "finds out of %s what few did where nothing covers it",
    async (_what, attempt) => {
      expect(await findOut(attempt, composeUncovered)).not.toEqual([]);
    },
  );

  it.each(attempts)("finds out nothing of %s", async (_what, attempt) => {
    expect(await findOut(attempt, compose)).toEqual([]);
  });

  it("and knows which actions were run finds out only where each was run once, and none is shown", async () => {
    const attempt = { deeds: actions, floor: 3, most: 8, isKnownWhich: true };
    const found = await findOut(attempt, compose);
    expect(found).toHaveLength(actions.length);
    for (const seen of found) {
      expect(seen).toContain(`"total":{"users":3,"executions":3},"actions":[]`);
    }
  });
});
