import fc from "fast-check";
import { expect, it } from "vitest";
import { idOf } from "./createSecretRegistry.ts";
import { kinds, places, scenario, secrets } from "./twoRunsScenario.ts";
import { traceRun } from "./twoRunsTraces.tsx";

const runs = Number(process.env["REACT_PAIR_RUNS"] ?? 500);

const sameBytes = (leaks: boolean) =>
  fc.asyncProperty(scenario, async ({ steps, secrets: [one, two] }) => {
    return (await traceRun(steps, one, leaks)) === (await traceRun(steps, two, leaks));
  });

it("two runs of the components that differ only in secrets send and keep the same bytes", async () => {
  const result = await fc.check(sameBytes(false), { numRuns: runs });
  expect(fc.defaultReportMessage(result)).toBeUndefined();
}, 3_600_000);

it("two runs differ when a component records something of a title, so that the test above can see", async () => {
  const { errorInstance } = await fc.check(sameBytes(true), { endOnFailure: true });
  expect(String(errorInstance)).toContain("Property failed by returning false");
}, 600_000);

/** What does not run: menus of the application's own do not say that anything is disabled. */
const never = new Set([
  "disabled from item",
  "disabled from toolbar",
  "disabled from hover",
  "disabled from palette",
  "disabled from shortcut",
  "cancelled from item",
]);

it.each(places.flatMap((from) => kinds.map((kind) => ({ kind, from }))))(
  "a run of $kind from $from is recorded, unless it is not to be, so that there are bytes to compare",
  async ({ kind, from }) => {
    const [sample] = fc.sample(secrets, { numRuns: 1, seed: 1 });
    const step = { kind, from, gesture: "click", logged: { a: 1 } } as const;
    const trace = await traceRun([step], sample!, false);
    const isRecorded = !never.has(`${kind} from ${from}`);
    // A row of a page gives the action arguments that were chosen, and those are never logged.
    const isLogged = kind === "logged" && from !== "palette page";
    expect(trace.includes(`\\"name\\":\\"${idOf(kind)}\\"`)).toBe(isRecorded);
    expect(trace.includes(`\\"arguments\\":{\\"a\\":1}`)).toBe(isLogged);
  },
);
