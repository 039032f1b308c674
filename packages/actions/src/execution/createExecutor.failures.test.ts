import { describe, expect, test } from "vitest";
import { resolveAction } from "../registry/resolveAction.ts";
import { createExecutor } from "./createExecutor.ts";
import type { ExecutionProblem } from "./ExecutionProblem.ts";
import type { ExecutorOptions } from "./ExecutorOptions.ts";

const click = { surface: "toolbar", trigger: "pointer" } as const;
const plainSentence = "The action failed.";

class UnreadableError extends Error {
  override get message(): string {
    throw new Error("unreadable");
  }
}

const hostileProxy: unknown = new Proxy(
  {},
  {
    get() {
      throw new Error("no property can be read");
    },
    getPrototypeOf() {
      throw new Error("no prototype either");
    },
  },
);

/** What is thrown (made in the test, for some of it cannot be printed), and what the person reads. */
const causes: readonly (readonly [string, () => unknown, string])[] = [
  ["an error", () => new Error("The server is busy."), "The server is busy."],
  ["an error without a message", () => new Error(""), plainSentence],
  ["a string", () => "It did not work.", "It did not work."],
  ["nothing", () => undefined, plainSentence],
  ["null", () => null, plainSentence],
  ["a number", () => 7, plainSentence],
  ["a symbol", () => Symbol("s"), plainSentence],
  ["an object with a message", () => ({ message: "From afar." }), "From afar."],
  [
    "an object whose message is no text",
    () => ({ message: { toString: () => "x" } }),
    plainSentence,
  ],
  ["an error whose message cannot be read", () => new UnreadableError(), plainSentence],
  ["a proxy that throws", () => hostileProxy, plainSentence],
  ["a frozen error", () => Object.freeze(new Error("Frozen.")), "Frozen."],
  ["text that turns the reading direction", () => "Say \u202Egnp.exe", "Say gnp.exe"],
  ["text without anything visible", () => "\u200B \u2066", plainSentence],
];

/** An object whose property `then` is what it is given. */
function withThen(then: unknown): unknown {
  return new Proxy({}, { get: (_target, key) => (key === "then" ? then : undefined) });
}

function executorWith(options: Partial<ExecutorOptions> = {}) {
  return createExecutor({ record: () => undefined, getCommand: () => undefined, ...options });
}

describe("what a command throws", () => {
  test.each(causes)("as %s becomes an outcome", async (_name, makeCause, message) => {
    const run = (): never => {
      throw makeCause();
    };
    const outcome = await executorWith().execute(resolveAction({ id: "a", run }), click);
    expect(outcome).toMatchObject({ status: "failed", error: { code: "command-failed", message } });
  });

  test.each(causes)(
    "as a rejection with %s becomes an outcome",
    async (_name, makeCause, message) => {
      const run = () => Promise.reject(makeCause());
      const outcome = await executorWith().execute(resolveAction({ id: "a", run }), click);
      expect(outcome).toMatchObject({
        status: "failed",
        error: { code: "command-failed", message },
      });
    },
  );

  test("is at most 200 graphemes of text", async () => {
    const run = (): never => {
      throw new Error("x".repeat(100_000));
    };
    const outcome = await executorWith().execute(resolveAction({ id: "a", run }), click);
    expect(outcome.status === "failed" && outcome.error.message.length).toBeLessThanOrEqual(201);
  });
});

describe("an application that asks to be told", () => {
  const told: unknown[] = [];
  const executor = executorWith({
    onFailure: ({ code, cause }, actionId) => {
      told.push([actionId, code, cause]);
      throw new Error("That changes nothing.");
    },
  });
  const error = new Error("no");

  test("hears of every failure, with the ID of the action that ran, and of nothing else", async () => {
    told.length = 0;
    const fails = (): never => {
      throw error;
    };
    const action = resolveAction({ id: "a", run: fails });
    const later = resolveAction({ id: "b", run: () => Promise.reject(error) });
    const alt = resolveAction({ id: "c", command: "none" });
    expect(await executor.execute(action, click)).toMatchObject({ status: "failed" });
    await executor.execute(later, click);
    await executor.execute(action, { ...click, alt, useAlt: true });
    await executor.execute(resolveAction({ id: "d", run: () => undefined }), click);
    await executor.execute(action, { ...click, signal: AbortSignal.abort() });
    expect(told).toEqual([
      ["a", "command-failed", error],
      ["b", "command-failed", error],
      ["c", "command-not-found", undefined],
    ]);
  });
});

describe("what a command returns", () => {
  test.each<[string, () => unknown, string]>([
    ["nothing", () => undefined, "succeeded"],
    ["false", () => false, "succeeded"],
    ["an object with a property then that is no function", () => withThen(1), "succeeded"],
    ["a proxy that throws", () => hostileProxy, "failed"],
    [
      "a promise of another kind that succeeds twice",
      () =>
        withThen((done: () => void) => {
          done();
          done();
        }),
      "succeeded",
    ],
    [
      "a promise of another kind that throws",
      () =>
        withThen(() => {
          throw new Error("no");
        }),
      "failed",
    ],
    [
      "a promise with a hostile constructor",
      () =>
        Object.defineProperty(Promise.resolve(), "constructor", {
          get() {
            throw new Error("no");
          },
        }),
      "failed",
    ],
  ])("as %s ends the run", async (_name, run, status) => {
    const outcome = await executorWith().execute(resolveAction({ id: "a", run }), click);
    expect(outcome.status).toBe(status);
  });

  test("is nothing when the command is not registered, which is logged all the same", async () => {
    const log: unknown[] = [];
    const executor = executorWith({ record: (execution) => log.push(execution) });
    const outcome = await executor.execute(resolveAction({ id: "a", command: "gone" }), click);
    expect(outcome).toMatchObject({
      status: "failed",
      error: { code: "command-not-found", message: "This action is not available here." },
    });
    expect(log).toHaveLength(1);
  });
});

describe("a recorder that misbehaves changes nothing", () => {
  test.each<[string, ExecutorOptions["record"]]>([
    [
      "by throwing",
      () => {
        throw new Error("full");
      },
    ],
    ["by rejecting", () => Promise.reject(new Error("full"))],
    ["by returning what cannot be read", () => hostileProxy],
  ])("%s", async (_name, record) => {
    const problems: ExecutionProblem[] = [];
    const executor = executorWith({ record, onProblem: (problem) => problems.push(problem) });
    const ran: string[] = [];
    const action = resolveAction({ id: "a", run: () => ran.push("run") });
    await expect(executor.execute(action, click)).resolves.toMatchObject({ status: "succeeded" });
    await Promise.resolve();
    expect(ran).toEqual(["run"]);
    expect(problems).toEqual([{ code: "record-failed", actionId: "a" }]);
  });

  test("nor does a listener, or the port that is told of problems", async () => {
    const executor = executorWith({
      onProblem: () => {
        throw new Error("port");
      },
    });
    executor.subscribe(() => {
      throw new Error("listener");
    });
    const action = resolveAction({ id: "a", run: () => Promise.resolve() });
    await expect(executor.execute(action, click)).resolves.toMatchObject({ status: "succeeded" });
  });
});
