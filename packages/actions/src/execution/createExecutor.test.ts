import { describe, expect, test, vi } from "vitest";
import type { ApplicationAction } from "../action/ApplicationAction.ts";
import { createContextStore } from "../context/createContextStore.ts";
import { createManualTimers } from "../platform/createManualTimers.ts";
import { resolveAction } from "../registry/resolveAction.ts";
import type { ActionExecution } from "./ActionExecution.ts";
import { createExecutor } from "./createExecutor.ts";
import type { ExecutionProblem } from "./ExecutionProblem.ts";
import type { ExecutorOptions } from "./ExecutorOptions.ts";

const click = { surface: "toolbar", trigger: "pointer" } as const;

function setUp(options: Partial<ExecutorOptions> = {}) {
  const log: ActionExecution[] = [];
  const problems: ExecutionProblem[] = [];
  const timers = createManualTimers();
  const executor = createExecutor({
    record: (execution) => log.push(execution),
    getCommand: () => undefined,
    onProblem: (problem) => problems.push(problem),
    timers,
    ...options,
  });
  return { executor, log, problems, timers };
}

function action(fields: Partial<ApplicationAction> = {}) {
  return resolveAction({ id: "test.run", title: "Run", run: () => undefined, ...fields });
}

/** An action whose runs end when told, with the ends in the order of the runs. */
function deferredAction(fields: Partial<ApplicationAction> = {}) {
  const ends: { resolve(): void; reject(cause: unknown): void }[] = [];
  const run = () =>
    new Promise<void>((resolve, reject) => {
      ends.push({ resolve, reject });
    });
  return { deferred: action({ run, ...fields }), ends };
}

describe("an execution", () => {
  test("is logged before the action runs, by its ID, surface and trigger alone", async () => {
    const order: string[] = [];
    const { executor } = setUp({ record: (execution) => order.push(JSON.stringify(execution)) });
    const run = () => order.push("run");
    const done = executor.execute(action({ run, commandArguments: ["secret"] }), click);
    expect(order).toEqual([
      '{"actionId":"test.run","surface":"toolbar","trigger":"pointer"}',
      "run",
    ]);
    await expect(done).resolves.toEqual({ status: "succeeded", actionId: "test.run" });
  });

  test("runs a command with its arguments and circumstances", async () => {
    const handler = vi.fn<(invocation: unknown) => void>();
    const getCommand = vi.fn<ExecutorOptions["getCommand"]>(() => handler);
    const { executor } = setUp({ getCommand });
    const scope = createContextStore({ file: "a.ts" });
    const resolved = resolveAction(
      { id: "a", command: "app.open", commandArguments: ["${file}", { line: 3 }] },
      scope.getSnapshot(),
    );
    await executor.execute(resolved, { ...click, scope });
    expect(getCommand).toHaveBeenCalledWith("app.open");
    expect(handler).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        actionId: "a",
        arguments: ["a.ts", { line: 3 }],
        context: { file: "a.ts" },
        scope,
        surface: "toolbar",
        trigger: "pointer",
      }),
    );
  });

  test("logs the alternative's ID when that was chosen", async () => {
    const { executor, log } = setUp();
    const alt = action({ id: "test.alt" });
    const chosen = await executor.execute(action(), { ...click, alt, useAlt: true });
    const plain = await executor.execute(action(), { ...click, alt });
    expect([chosen.actionId, plain.actionId]).toEqual(["test.alt", "test.run"]);
    expect(log).toEqual([
      { actionId: "test.alt", surface: "toolbar", trigger: "pointer", alt: true },
      { actionId: "test.run", surface: "toolbar", trigger: "pointer" },
    ]);
  });

  test("runs the action itself when an alternative was chosen that does not exist", async () => {
    const { executor, log } = setUp();
    await executor.execute(action(), { ...click, useAlt: true });
    expect(log).toEqual([{ actionId: "test.run", surface: "toolbar", trigger: "pointer" }]);
  });

  test("is marked when a program made the gesture", async () => {
    const { executor, log } = setUp();
    await executor.execute(action(), { ...click, trusted: false });
    await executor.execute(action(), { ...click, trusted: true });
    expect(log.map(({ trusted }) => trusted)).toEqual([false, undefined]);
  });

  test.each([
    ["invalid-surface", { surface: "not a surface" }, { surface: "page" }],
    ["invalid-surface", { surface: undefined as never }, { surface: "page" }],
    ["invalid-trigger", { trigger: "mouse" as never }, { trigger: "api" }],
  ])("reports %s and logs something harmless in its place", async (code, wrong, logged) => {
    const { executor, log, problems } = setUp();
    await executor.execute(action(), { ...click, ...wrong });
    expect(log).toEqual([expect.objectContaining(logged)]);
    expect(problems).toEqual([{ code, actionId: "test.run" }]);
  });
});

describe("nothing is run or logged of", () => {
  test.each([
    ["a no-op action", { run: undefined as never }, "noop"],
    ["a link that leads nowhere", { run: undefined as never, command: "open" }, "disabled"],
  ])("%s", async (_name, fields, reason) => {
    const { executor, log } = setUp();
    const outcome = await executor.execute(action(fields), click);
    expect(outcome).toEqual({ status: "cancelled", actionId: "test.run", reason });
    expect(log).toEqual([]);
  });

  test("a disabled alternative", async () => {
    const { executor, log } = setUp();
    const alt = { ...action({ id: "test.alt" }), disabled: true };
    const outcome = await executor.execute(action(), { ...click, alt, useAlt: true });
    expect(outcome).toMatchObject({ actionId: "test.alt", reason: "disabled" });
    expect(log).toEqual([]);
  });

  test("an execution whose signal was aborted before", async () => {
    const { executor, log } = setUp();
    const outcome = await executor.execute(action(), { ...click, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ status: "cancelled", reason: "aborted" });
    expect(log).toEqual([]);
  });

  test("an action made by hand with a malformed ID", async () => {
    const { executor, log, problems } = setUp();
    const outcome = await executor.execute({ ...action(), id: "<script>" }, click);
    expect(outcome).toMatchObject({ status: "failed", error: { code: "invalid-action" } });
    expect(log).toEqual([]);
    expect(problems).toEqual([{ code: "invalid-action-id" }]);
  });
});

describe("a link", () => {
  const link = resolveAction({
    id: "l",
    command: "open",
    commandArguments: ["https://a.example/"],
  });

  test("that the browser follows is logged, and nothing else is done", async () => {
    const openURL = vi.fn<NonNullable<ExecutorOptions["openURL"]>>();
    const { executor, log } = setUp({ openURL });
    const outcome = await executor.execute(link, { ...click, navigation: "browser" });
    expect(outcome).toEqual({ status: "opened", actionId: "l" });
    expect(openURL).not.toHaveBeenCalled();
    expect(log).toHaveLength(1);
  });

  test("that the executor follows opens in a new tab when it is external", async () => {
    const openURL = vi.fn<NonNullable<ExecutorOptions["openURL"]>>();
    const { executor } = setUp({ openURL });
    await executor.execute(link, click);
    await executor.execute(link, { ...click, newTab: false });
    expect(openURL.mock.calls).toEqual([
      ["https://a.example/", { newTab: true }],
      ["https://a.example/", { newTab: false }],
    ]);
  });

  test.each([
    ["nobody can open it", {}],
    [
      "opening it throws",
      {
        openURL: () => {
          throw new Error("blocked https://private.example/");
        },
      },
    ],
  ])("fails when %s", async (_name, options) => {
    const { executor, log } = setUp(options);
    const outcome = await executor.execute(link, click);
    expect(outcome).toMatchObject({
      status: "failed",
      error: { code: "open-failed", message: "The link could not be opened." },
    });
    expect(log).toHaveLength(1);
  });
});

describe("an action that still runs", () => {
  test("does not start again, and that is not logged", async () => {
    const { executor, log } = setUp();
    const { deferred, ends } = deferredAction();
    const first = executor.execute(deferred, click);
    await expect(executor.execute(deferred, click)).resolves.toMatchObject({ reason: "overlap" });
    ends[0]?.resolve();
    await first;
    const again = executor.execute(deferred, click);
    ends[1]?.resolve();
    await expect(again).resolves.toMatchObject({ status: "succeeded" });
    expect(log).toHaveLength(2);
  });

  test("starts again when it allows that", async () => {
    const { executor, log } = setUp();
    const { deferred, ends } = deferredAction({ allowOverlap: true });
    const runs = [executor.execute(deferred, click), executor.execute(deferred, click)];
    ends[1]?.resolve();
    await runs[1];
    expect(executor.isRunning("test.run")).toBe(true);
    ends[0]?.resolve();
    await runs[0];
    expect(executor.isRunning("test.run")).toBe(false);
    expect(log).toHaveLength(2);
  });

  test("starts in another scope all the same, but not twice in one", async () => {
    const { executor } = setUp();
    const { deferred, ends } = deferredAction();
    const scopes = [createContextStore(), createContextStore()] as const;
    const runs = scopes.map((scope) => executor.execute(deferred, { ...click, scope }));
    const again = await executor.execute(deferred, { ...click, scope: scopes[1] });
    expect(again).toMatchObject({ status: "cancelled", reason: "overlap" });
    expect(scopes.map((scope) => executor.isRunning("test.run", scope))).toEqual([true, true]);
    expect(executor.isRunning("test.run")).toBe(false);
    for (const end of ends) end.resolve();
    expect(await Promise.all(runs)).toMatchObject([
      { status: "succeeded" },
      { status: "succeeded" },
    ]);
  });

  test("does not start again from inside of itself", async () => {
    const { executor, log } = setUp();
    let inner: unknown;
    const recursive = action({
      run: () => {
        inner = executor.execute(recursive, { surface: "page", trigger: "api" });
      },
    });
    await executor.execute(recursive, click);
    await expect(inner).resolves.toMatchObject({ reason: "overlap" });
    expect(log).toHaveLength(1);
  });

  test("tells its listeners when it begins and when it ends", async () => {
    const { executor } = setUp();
    const { deferred, ends } = deferredAction();
    const seen: boolean[] = [];
    const remove = executor.subscribe(() => seen.push(executor.isRunning("test.run")));
    const done = executor.execute(deferred, click);
    ends[0]?.resolve();
    await done;
    await executor.execute(action(), click);
    remove();
    expect(seen).toEqual([true, false]);
  });
});

describe("an execution that takes too long", () => {
  test("is given up after the time of the action, and its signal aborts", async () => {
    const { executor, timers } = setUp();
    let signal: { readonly aborted: boolean } | undefined;
    const run: ApplicationAction["run"] = (invocation) => {
      signal = invocation.signal;
      return new Promise(() => undefined);
    };
    const done = executor.execute(action({ run, timeoutMs: 50 }), click);
    timers.advance(49);
    expect(executor.isRunning("test.run")).toBe(true);
    timers.advance(1);
    await expect(done).resolves.toMatchObject({
      status: "failed",
      error: { code: "timeout", message: "The action took too long and was given up." },
    });
    expect(signal?.aborted).toBe(true);
    expect(executor.isRunning("test.run")).toBe(false);
  });

  test("is given up after a minute where the action says nothing", async () => {
    const { executor, timers } = setUp();
    const done = executor.execute(deferredAction().deferred, click);
    timers.advance(59_999);
    expect(executor.isRunning("test.run")).toBe(true);
    timers.advance(1);
    await expect(done).resolves.toMatchObject({ error: { code: "timeout" } });
  });

  test("leaves no timer behind when it ends in time", async () => {
    const { executor, timers } = setUp();
    const { deferred, ends } = deferredAction();
    const done = executor.execute(deferred, click);
    expect(timers.pending).toBe(1);
    ends[0]?.resolve();
    await done;
    expect(timers.pending).toBe(0);
  });

  test("is cancelled when its caller gives up, whatever it does afterwards", async () => {
    const { executor, log } = setUp();
    const controller = new AbortController();
    const { deferred, ends } = deferredAction();
    const done = executor.execute(deferred, { ...click, signal: controller.signal });
    controller.abort();
    ends[0]?.reject(new Error("too late"));
    await expect(done).resolves.toEqual({
      status: "cancelled",
      actionId: "test.run",
      reason: "aborted",
    });
    expect(log).toHaveLength(1);
  });
});
