import { describe, expect, test, vi } from "vitest";
import { createContextStore } from "../context/createContextStore.ts";
import { createConfiguration } from "./createConfiguration.ts";
import { parseConfigurationUpdate } from "./parseConfigurationUpdate.ts";

describe("a configuration", () => {
  test("feeds the context with what it holds and what is changed", () => {
    const context = createContextStore();
    const configuration = createConfiguration({ context, initial: { "a.b": 1 } });
    expect(context.getSnapshot()).toEqual({ "config.a.b": 1 });
    configuration.update(["a.b"], null);
    configuration.update(["list"], ["x"]);
    expect(context.getSnapshot()).toEqual({ "config.list": ["x"] });
    expect(configuration.getSnapshot()).toEqual({ list: ["x"] });
  });

  test("changes properties inside of a setting and keeps the others", () => {
    const context = createContextStore();
    const configuration = createConfiguration({ context, initial: { editor: { a: 1, b: 2 } } });
    configuration.update(["editor", "a"], 3);
    configuration.update(["editor", "c", "d"], true);
    configuration.update(["editor", "b"], undefined);
    expect(context.getSnapshot()["config.editor"]).toEqual({ a: 3, c: { d: true } });
  });

  test("tells its listeners of changes only", () => {
    const configuration = createConfiguration({ context: createContextStore() });
    const listener = vi.fn<() => void>();
    configuration.subscribe(listener);
    configuration.update(["a"], { x: 1 });
    configuration.update(["a"], { x: 1 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test.each([
    [["__proto__"]],
    [["a", "__proto__", "x"]],
    [["constructor"]],
    [["a", "prototype"]],
    [[]],
    [[""]],
    [["x".repeat(257)]],
  ])("refuses the key path %j", (keyPath) => {
    const context = createContextStore();
    const result = createConfiguration({ context }).update(keyPath, "x");
    expect(result.ok).toBe(false);
    expect(context.getSnapshot()).toEqual({});
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});

describe("the arguments of updateConfiguration", () => {
  test.each<[string, readonly unknown[], readonly string[], unknown]>([
    ["a key", ["a.b", 1], ["a.b"], 1],
    ["a list of keys", [["a", "b"], "x", null], ["a", "b"], "x"],
    ["text", ["a", "true"], ["a"], "true"],
    ["JSON", ["a", "true", null, "json"], ["a"], true],
    ["JSON of an object", ["a", '{"x":[1]}', undefined, "json"], ["a"], { x: [1] }],
    ["nothing, which removes", ["a", null], ["a"], null],
  ])("are read as %s", (_name, values, keyPath, value) => {
    expect(parseConfigurationUpdate(values)).toEqual({ ok: true, value: { keyPath, value } });
  });

  test.each<[string, readonly unknown[]]>([
    ["there are none", []],
    ["there is no value", ["a"]],
    ["there are five", ["a", 1, null, "json", 1]],
    ["the third is something", ["a", 1, "x"]],
    ["the key is a number", [1, 1]],
    ["the key reaches a prototype", [["__proto__", "x"], 1]],
    ["the value is a function", ["a", () => 1]],
    ["the value is enormous", ["a", "x".repeat(70_000)]],
    ["the JSON is malformed", ["a", "{", null, "json"]],
    ["the JSON is no text", ["a", 1, null, "json"]],
  ])("are refused when %s", (_name, values) => {
    expect(parseConfigurationUpdate(values)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^The setting was not changed/) as unknown },
    });
  });

  test("cannot smuggle a prototype in as JSON", () => {
    const update = parseConfigurationUpdate(["a", '{"__proto__":{"polluted":1}}', null, "json"]);
    expect(JSON.stringify(update)).not.toContain("polluted");
  });
});
