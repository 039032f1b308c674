import { createActionRegistry, type ActionRegistry } from "@action-telemetry/actions";
import { processorTime } from "./processorTime.ts";

/** How long it takes to read a menu for the first time. */
export interface FirstMenuMeasurement {
  readonly size: number;
  /** At once: milliseconds of the processor. */
  readonly atOnce: number;
  /** In steps: the longest of them, and the reading after them. Milliseconds of the processor. */
  readonly longestStep: number;
  readonly afterSteps: number;
}

const rounds = 7;

/** Measures menus of some sizes, each with registries that nobody has read before. */
export function measureFirstMenus(): readonly FirstMenuMeasurement[] {
  return [1000, 10_000, 50_000].map((size) => {
    const atOnce = times(() => {
      const registry = createPlainRegistry(size);
      return measure(() => registry.getMenu("commandPalette"));
    });
    const inSteps = Array.from({ length: rounds }, () => {
      const registry = createPlainRegistry(size);
      return { ...measureSteps(registry), last: measure(() => registry.getMenu("commandPalette")) };
    });
    return {
      size,
      atOnce: median(atOnce),
      longestStep: median(inSteps.map(({ longest }) => longest)),
      afterSteps: median(inSteps.map(({ last }) => last)),
    };
  });
}

/** Actions as an application registers them, in no order. */
function createPlainRegistry(size: number): ActionRegistry {
  const registry = createActionRegistry();
  const actions = Array.from({ length: size }, (_value, index) => ({
    id: `bench.${((index * 7919) % size).toString(36)}.${index}`,
    title: `Show decorations of kind ${index}`,
    category: `Category ${index % 20}`,
    keywords: ["notes", "hints"],
    run: () => undefined,
  }));
  const items = actions.map(({ id }) => ({ action: id }));
  registry.registerContributions({ actions, menus: { commandPalette: items } });
  return registry;
}

function measureSteps(registry: ActionRegistry): { readonly longest: number } {
  const steps = registry.prepareMenu("commandPalette")[Symbol.iterator]();
  let longest = 0;
  for (let isDone = false; !isDone;) {
    longest = Math.max(
      longest,
      measure(() => {
        isDone = steps.next().done === true;
      }),
    );
  }
  return { longest };
}

function measure(task: () => void): number {
  const start = processorTime();
  task();
  return processorTime() - start;
}

function times(task: () => number): readonly number[] {
  return Array.from({ length: rounds }, task);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
