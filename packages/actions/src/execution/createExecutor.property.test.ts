import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActionExecution } from "./ActionExecution.ts";
import { createManualTimers } from "../platform/createManualTimers.ts";
import { resolveAction } from "../registry/resolveAction.ts";
import { createExecutor } from "./createExecutor.ts";
import type { ExecutionOutcome } from "./ExecutionOutcome.ts";

const click = { surface: "toolbar", trigger: "pointer" } as const;

test("whatever is thrown, by whatever way, there is one log entry and one outcome", async () => {
  const ways = fc.constantFrom("throw", "reject", "resolve", "return");
  await expect(
    fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true }), ways, async (value, way) => {
        const log: ActionExecution[] = [];
        const executor = createExecutor({
          record: (execution) => log.push(execution),
          getCommand: () => undefined,
        });
        const run = (): unknown => {
          if (way === "throw") throw value;
          if (way === "return") return value;
          return new Promise((resolve, reject) => {
            (way === "reject" ? reject : resolve)(value);
          });
        };
        const outcome = await executor.execute(resolveAction({ id: "a", run }), click);
        const expected = way === "throw" || way === "reject" ? "failed" : "succeeded";
        const isReadable = outcome.status !== "failed" || outcome.error.message.trim() !== "";
        return outcome.status === expected && isReadable && log.length === 1;
      }),
      { numRuns: 500 },
    ),
  ).resolves.toBeUndefined();
});

/** One thing that happens: a gesture on one of three actions, or the end of a run. */
type Step =
  | { readonly kind: "execute"; readonly action: number }
  | { readonly kind: "settle"; readonly run: number; readonly way: "resolve" | "reject" }
  | { readonly kind: "abort"; readonly run: number }
  | { readonly kind: "wait"; readonly milliseconds: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("execute" as const), action: fc.nat(2) }),
  fc.record({
    kind: fc.constant("settle" as const),
    run: fc.nat(9),
    way: fc.constantFrom("resolve" as const, "reject" as const),
  }),
  fc.record({ kind: fc.constant("abort" as const), run: fc.nat(9) }),
  fc.record({ kind: fc.constant("wait" as const), milliseconds: fc.nat(120) }),
);

interface Run {
  readonly id: string;
  readonly controller: AbortController;
  readonly settle: { resolve(): void; reject(cause: unknown): void };
}

/** Plays the steps and returns what was logged, and the outcomes. */
async function play(steps: readonly Step[]): Promise<{
  readonly logged: readonly string[];
  readonly outcomes: readonly ExecutionOutcome[];
  readonly mostAtOnce: ReadonlyMap<string, number>;
  readonly timersLeft: number;
}> {
  const logged: string[] = [];
  const runs: Run[] = [];
  const outcomes: Promise<ExecutionOutcome>[] = [];
  const open = new Map<string, number>();
  const mostAtOnce = new Map<string, number>();
  const timers = createManualTimers();
  const executor = createExecutor({
    record: ({ actionId }) => logged.push(actionId),
    getCommand: () => undefined,
    timers,
  });
  for (const current of steps) {
    if (current.kind === "execute") {
      const id = `action${current.action}`;
      const controller = new AbortController();
      const run = () =>
        new Promise<void>((resolve, reject) => {
          runs.push({ id, controller, settle: { resolve, reject } });
          open.set(id, (open.get(id) ?? 0) + 1);
          mostAtOnce.set(id, Math.max(mostAtOnce.get(id) ?? 0, open.get(id) ?? 0));
        });
      const action = resolveAction({ id, run, timeoutMs: 100, allowOverlap: current.action === 2 });
      const outcome = executor.execute(action, { ...click, signal: controller.signal });
      outcomes.push(
        outcome.then((ended) => {
          if (ended.status !== "cancelled" || ended.reason === "aborted") {
            open.set(id, (open.get(id) ?? 0) - 1);
          }
          return ended;
        }),
      );
    } else if (current.kind === "settle") runs[current.run]?.settle[current.way](undefined);
    else if (current.kind === "abort") runs[current.run]?.controller.abort();
    else timers.advance(current.milliseconds);
    // A macrotask would be a real wait; three microtasks end whatever this step has ended.
    for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
  }
  timers.advance(1000);
  return {
    logged,
    outcomes: await Promise.all(outcomes),
    mostAtOnce,
    timersLeft: timers.pending,
  };
}

test("in any interleaving each accepted execution is logged once and has one outcome", async () => {
  await expect(
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { logged, outcomes, mostAtOnce, timersLeft } = await play(steps);
        const accepted = outcomes.filter(
          (outcome) => outcome.status !== "cancelled" || outcome.reason !== "overlap",
        );
        const gestures = steps.filter(({ kind }) => kind === "execute").length;
        return (
          outcomes.length === gestures &&
          JSON.stringify(accepted.map(({ actionId }) => actionId)) === JSON.stringify(logged) &&
          (mostAtOnce.get("action0") ?? 0) <= 1 &&
          (mostAtOnce.get("action1") ?? 0) <= 1 &&
          timersLeft === 0
        );
      }),
      { numRuns: 400 },
    ),
  ).resolves.toBeUndefined();
});
