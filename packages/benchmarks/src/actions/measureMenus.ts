import { Bench } from "tinybench";
import { createMenu } from "./createMenu.ts";
import { processorTime } from "./processorTime.ts";

/** How long one change of the context takes to show in a menu of 2,000 actions. */
export interface MenuMeasurement {
  readonly change: string;
  /** How many of the items the change evaluates again. */
  readonly evaluated: number;
  /** Milliseconds of the processor. */
  readonly median: number;
  /** Milliseconds of the processor. */
  readonly p99: number;
}

interface Case {
  readonly change: string;
  readonly evaluated: number;
  /** What the context is updated with in the nth round. */
  readonly patch: (round: number) => Readonly<Record<string, string | number | boolean>>;
}

const cases: readonly Case[] = [
  { change: "nothing", evaluated: 0, patch: () => ({}) },
  { change: "a key that no item reads", evaluated: 0, patch: (round) => ({ other: round }) },
  {
    change: "a key that 20 items read (pressed, title and argument)",
    evaluated: 20,
    patch: (round) => ({ feature7: round % 2 === 0 }),
  },
  {
    change: "a key that every item reads in its condition",
    evaluated: 2000,
    patch: (round) => ({ everyWhen: `some${round % 2}` }),
  },
  {
    change: "a key that hides and shows every item",
    evaluated: 2000,
    patch: (round) => ({ everyWhen: round % 2 === 0 ? "none" : "some" }),
  },
  {
    change: "a key that every item shows in its title",
    evaluated: 2000,
    patch: (round) => ({ everyTitle: `file${round}.ts` }),
  },
];

/** Measures every case: an update of the context and the reading of the menu after it. */
export async function measureMenus(): Promise<readonly MenuMeasurement[]> {
  const bench = new Bench({ time: 1000, warmupTime: 300, now: processorTime });
  for (const { change, patch } of cases) {
    const registry = createMenu();
    let round = 0;
    registry.getMenu("commandPalette");
    bench.add(change, () => {
      round += 1;
      registry.context.update(patch(round));
      registry.getMenu("commandPalette");
    });
  }
  await bench.run();
  return cases.map(({ change, evaluated }) => {
    const result = bench.getTask(change)?.result;
    if (result === undefined || !("latency" in result)) {
      throw new Error(`The benchmark of ${change} did not finish.`);
    }
    return { change, evaluated, median: result.latency.p50, p99: result.latency.p99 };
  });
}
