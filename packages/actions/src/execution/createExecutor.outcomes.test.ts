import { describe, expect, test } from "vitest";
import type { ApplicationAction } from "../action/ApplicationAction.ts";
import { createManualTimers } from "../platform/createManualTimers.ts";
import { resolveAction } from "../registry/resolveAction.ts";
import type { ActionExecution } from "./ActionExecution.ts";
import { createExecutor } from "./createExecutor.ts";
import type { ExecutionProblem } from "./ExecutionProblem.ts";
import type { ExecutorOptions } from "./ExecutorOptions.ts";

const click = { surface: "toolbar", trigger: "pointer" } as const;

/** An executor whose recorder asks for outcomes, and notes everything it is told. */
function setUp(options: Partial<ExecutorOptions> = {}) {
  const notes: unknown[][] = [];
  const problems: ExecutionProblem[] = [];
  const timers = createManualTimers();
  const executor = createExecutor({
    record: ({ actionId }: ActionExecution) => {
      notes.push([actionId]);
      return (...told: unknown[]) => notes.push([actionId, ...told]);
    },
    getCommand: () => undefined,
    openURL: () => undefined,
    onProblem: (problem) => problems.push(problem),
    timers,
    ...options,
  });
  return { executor, notes, problems, timers };
}

function action(fields: Partial<ApplicationAction> = {}) {
  return resolveAction({ id: "test.run", title: "Run", run: () => undefined, ...fields });
}

const fail = () => {
  throw new Error("secret");
};
const link = resolveAction({
  id: "test.run",
  title: "Run",
  command: "open",
  commandArguments: ["https://example.com/"],
});
const command = resolveAction({ id: "test.run", title: "Run", command: "nobody.registered" });

describe("a recorder that returns a function", () => {
  test.each([
    ["succeeded", "returns", action()],
    ["succeeded", "resolves", action({ run: () => Promise.resolve("secret") })],
    ["failed", "throws", action({ run: fail })],
    ["failed", "rejects", action({ run: () => Promise.reject(new Error("secret")) })],
    ["failed", "is a command nobody registered", command],
    ["succeeded", "is a link", link],
  ])("is told that an action %s that %s, once, and nothing more", async (word, _what, run) => {
    const { executor, notes } = setUp();
    await executor.execute(run, click);
    expect(notes).toEqual([["test.run"], ["test.run", word]]);
  });

  test("is told that a link failed that could not be opened", async () => {
    const { executor, notes } = setUp({ openURL: fail });
    await executor.execute(link, click);
    expect(notes).toEqual([["test.run"], ["test.run", "failed"]]);
  });

  test("is told when a run that takes its time has ended, and not before", async () => {
    const { executor, notes } = setUp();
    let end: () => void = fail;
    const run = () => new Promise<void>((resolve) => (end = resolve));
    const done = executor.execute(action({ run }), click);
    await Promise.resolve();
    expect(notes).toEqual([["test.run"]]);
    end();
    await done;
    expect(notes).toEqual([["test.run"], ["test.run", "succeeded"]]);
  });

  test("is told of time that ran out, and not again when the run ends after all", async () => {
    const { executor, notes, timers } = setUp();
    let end: () => void = fail;
    const run = () => new Promise<void>((resolve) => (end = resolve));
    const done = executor.execute(action({ run, timeoutMs: 10 }), click);
    timers.advance(10);
    await done;
    end();
    await Promise.resolve();
    expect(notes).toEqual([["test.run"], ["test.run", "failed"]]);
  });

  test("is told of a run that was given up", async () => {
    const { executor, notes } = setUp();
    const controller = new AbortController();
    const done = executor.execute(action({ run: () => new Promise(() => undefined) }), {
      ...click,
      signal: controller.signal,
    });
    controller.abort();
    await done;
    expect(notes).toEqual([["test.run"], ["test.run", "cancelled"]]);
  });

  test("is told nothing of what was never logged", async () => {
    const { executor, notes } = setUp();
    const pending = action({ run: () => new Promise(() => undefined) });
    void executor.execute(pending, click);
    const second = await executor.execute(pending, click);
    expect(second).toMatchObject({ status: "cancelled", reason: "overlap" });
    await executor.execute(resolveAction({ id: "test.noop", title: "Nothing" }), click);
    expect(notes).toEqual([["test.run"]]);
  });

  test.each([
    ["throws", fail],
    ["rejects", () => Promise.reject(new Error("no"))],
  ])("changes nothing for the person when that function %s", async (_how, complete) => {
    const { executor, problems } = setUp({ record: () => complete });
    expect(await executor.execute(action(), click)).toEqual({
      status: "succeeded",
      actionId: "test.run",
    });
    await Promise.resolve();
    await Promise.resolve();
    expect(problems).toEqual([{ code: "record-failed", actionId: "test.run" }]);
  });
});

test.each([undefined, null, 1, "x", {}, Promise.resolve(fail)])(
  "a recorder that returns %j is told nothing",
  async (returned) => {
    const { executor, problems } = setUp({ record: () => returned });
    await executor.execute(action(), click);
    expect(problems).toEqual([]);
  },
);
