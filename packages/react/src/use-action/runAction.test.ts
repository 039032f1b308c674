import { resolveAction, type ExecutionOutcome } from "@action-telemetry/actions";
import { afterEach, expect, test, vi } from "vitest";
import { withoutProvider } from "../actions-provider/useActions.ts";
import type { ActionControlInput } from "./ActionControlInput.ts";
import { createRunTracker } from "./RunState.ts";
import { runAction } from "./runAction.ts";

const succeeded: ExecutionOutcome = { status: "succeeded", actionId: "save" };

function setUp(onExecute: ActionControlInput["options"]["onExecute"]) {
  const execute = vi.fn(() => Promise.resolve(succeeded));
  const input: ActionControlInput = {
    action: resolveAction({ id: "save", title: "Save", run: () => undefined }),
    alt: undefined,
    disabled: false,
    found: {
      actions: withoutProvider(),
      executor: { execute, isRunning: () => false, subscribe: () => () => undefined },
    },
    options: { onExecute },
  };
  const tracker = createRunTracker(
    () => undefined,
    () => () => undefined,
  );
  return { execute, run: () => runAction(input, { trigger: "pointer" }, tracker) };
}

afterEach(() => vi.unstubAllGlobals());

test("an application's handler that throws is reported, and keeps nothing from being logged", async () => {
  const reportError = vi.fn();
  vi.stubGlobal("reportError", reportError);
  const broken = new Error("broken");
  const { execute, run } = setUp(() => {
    throw broken;
  });
  expect(await run()).toBe(succeeded);
  expect(execute).toHaveBeenCalledTimes(1);
  expect(reportError.mock.calls).toEqual([[broken]]);
});

test("a handler that cancels keeps the executor from being asked", () => {
  const { execute, run } = setUp((details) => details.cancel());
  expect(run()).toBeUndefined();
  expect(execute).not.toHaveBeenCalled();
});
