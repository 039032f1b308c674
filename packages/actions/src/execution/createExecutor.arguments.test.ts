import { describe, expect, test } from "vitest";
import type { LogArguments } from "../action/ApplicationAction.ts";
import { resolveAction } from "../registry/resolveAction.ts";
import type { ActionExecution } from "./ActionExecution.ts";
import { createExecutor } from "./createExecutor.ts";
import type { ExecuteOptions } from "./ExecuteOptions.ts";

const canary = "canary-7f3a";

async function logOf(
  registered: LogArguments | undefined,
  options: Partial<ExecuteOptions> = {},
): Promise<{ readonly logged: readonly ActionExecution[]; readonly problems: readonly string[] }> {
  const logged: ActionExecution[] = [];
  const problems: string[] = [];
  const executor = createExecutor({
    record: (execution) => logged.push(execution),
    getCommand: () => () => undefined,
    onProblem: (problem) => problems.push(JSON.stringify(problem)),
  });
  const action = resolveAction({
    id: "a",
    title: canary,
    command: canary,
    commandArguments: [canary, { nested: canary }],
    ...(registered && { logArguments: registered }),
  });
  await executor.execute(action, { surface: "toolbar", trigger: "pointer", ...options });
  return { logged, problems };
}

/** Levels of objects, the outermost being the first. */
function nested(levels: number): Record<string, never> {
  let value: unknown = { leaf: 1 };
  for (let level = 1; level < levels; level += 1) value = { inner: value };
  return value as Record<string, never>;
}

describe("the arguments of an execution", () => {
  test("are not logged by default, nor anything else that is private", async () => {
    const { logged } = await logOf(undefined);
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain(canary);
  });

  test("are logged as the registered function says", async () => {
    const { logged } = await logOf((text, object) => ({
      text: text as string,
      kind: typeof object,
    }));
    expect(logged[0]?.arguments).toEqual({ text: canary, kind: "object" });
  });

  test("are logged as the function of the caller says, which takes precedence", async () => {
    const { logged } = await logOf(() => ({ from: "registered" }), {
      logArguments: () => ({ from: "caller" }),
    });
    expect(logged[0]?.arguments).toEqual({ from: "caller" });
  });

  test("are those of the alternative only when that has its own function", async () => {
    const alt = resolveAction({ id: "alt", command: "x", commandArguments: [canary] });
    const logArguments: LogArguments = (value) => ({ value: value as string });
    const chosen = { alt, useAlt: true, logArguments };
    expect(JSON.stringify((await logOf(logArguments, chosen)).logged)).not.toContain(canary);
    const own = { ...chosen, alt: { ...alt, logArguments } };
    expect((await logOf(undefined, own)).logged[0]?.arguments).toEqual({ value: canary });
  });

  test("are a copy that later changes do not reach, without undefined properties", async () => {
    const record = { list: ["a"], gone: undefined as never };
    const { logged } = await logOf(() => record);
    record.list.push("b");
    expect(logged[0]?.arguments).toEqual({ list: ["a"] });
    expect(Object.keys(logged[0]?.arguments ?? {})).toEqual(["list"]);
  });
});

describe("a record of arguments is left out, and the reason reported, when it", () => {
  const cycle: Record<string, unknown> = {};
  cycle["self"] = cycle;

  test.each<[string, string, () => unknown]>([
    ["is no object", "arguments-not-json", () => canary],
    ["is nothing", "arguments-not-json", () => undefined],
    ["is a list", "arguments-not-json", () => [canary]],
    ["is a promise", "arguments-not-json", () => Promise.resolve({ canary })],
    ["holds a function", "arguments-not-json", () => ({ canary: () => canary })],
    ["holds a class instance", "arguments-not-json", () => ({ date: new Date(0) })],
    ["holds a number that is no JSON", "arguments-not-json", () => ({ n: Number.NaN })],
    ["holds a big integer", "arguments-not-json", () => ({ n: 1n })],
    ["holds itself", "arguments-too-deep", () => cycle],
    ["has five levels", "arguments-too-deep", () => nested(5)],
    ["is longer than 1 KiB", "arguments-too-large", () => ({ text: "x".repeat(1024) })],
    ["is longer than 1 KiB in UTF-8", "arguments-too-large", () => ({ text: "€".repeat(342) })],
    ["is enormous", "arguments-too-large", () => ({ list: Array.from({ length: 1e6 }, () => 0) })],
    [
      "names a prototype",
      "arguments-forbidden-key",
      () => JSON.parse('{"__proto__":{}}') as unknown,
    ],
    ["holds half a character", "arguments-malformed-text", () => ({ text: "\uD800" })],
    ["holds NUL", "arguments-malformed-text", () => ({ text: "\0" })],
    [
      "cannot be made",
      "log-arguments-failed",
      () => {
        throw new Error(canary);
      },
    ],
    [
      "cannot be read",
      "log-arguments-failed",
      () => ({
        get text() {
          throw new Error(canary);
        },
      }),
    ],
  ])("%s", async (_name, code, make) => {
    const { logged, problems } = await logOf(make as LogArguments);
    expect(logged).toEqual([
      { actionId: "a", surface: "toolbar", trigger: "pointer", argumentsDropped: code },
    ]);
    expect(problems).toEqual([JSON.stringify({ code, actionId: "a" })]);
  });

  test("but not when it is just within the limits", async () => {
    const longest = { text: "x".repeat(1024 - '{"text":""}'.length) };
    expect((await logOf(() => longest)).logged[0]?.arguments).toEqual(longest);
    expect((await logOf(() => nested(4))).logged[0]?.arguments).toEqual(nested(4));
  });
});
