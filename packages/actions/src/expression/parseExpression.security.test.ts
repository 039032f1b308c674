import { describe, expect, it } from "vitest";

import type { Context } from "../context/Context.ts";
import { parseExpression } from "./parseExpression.ts";

function resultOf(source: string, context: Context = {}, options = {}) {
  const parsed = parseExpression(source);
  return parsed.ok ? parsed.value.evaluate(context, options) : parsed;
}

function codeOf(source: string, context: Context = {}, options = {}) {
  const result = resultOf(source, context, options);
  return result.ok ? "ok" : result.error.code;
}

const text = "a".repeat(8000);

describe("the prototype", () => {
  const names = new Set(
    [Object.prototype, Function.prototype, Array.prototype, String.prototype].flatMap((prototype) =>
      Object.getOwnPropertyNames(prototype),
    ),
  );
  names.delete("length"); // Lists have their own.
  names.delete("sub"); // A function of the language.

  it.each([...names])("is not reached by the name %s", (name) => {
    const context = { object: {}, list: [1], text: "text" };
    expect(resultOf(name, context)).toStrictEqual({ ok: true, value: undefined });
    for (const target of ["context", "object", "list", "text", "1", "true"]) {
      const result = resultOf(`get(${target}, '${name}')`, context);
      expect(result).toStrictEqual({ ok: true, value: undefined });
    }
    expect(codeOf(`${name}('x')`)).toBe("unknown-function");
  });

  it("is not reached in two steps", () => {
    const source = 'get(get("a", "constructor"), "constructor")';
    expect(resultOf(source)).toStrictEqual({ ok: true, value: undefined });
  });

  it("does not hide own keys of the same name", () => {
    const context = JSON.parse('{"__proto__": "own", "constructor": 1}') as Context;
    expect(resultOf("__proto__", context)).toStrictEqual({ ok: true, value: "own" });
    expect(resultOf("constructor", context)).toStrictEqual({ ok: true, value: 1 });
    expect(resultOf("json(context)", context)).toStrictEqual({
      ok: true,
      value: '{"__proto__":"own","constructor":1}',
    });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("a hostile context", () => {
  it("has none of its getters or methods called", () => {
    let calls = 0;
    const called = () => {
      calls += 1;
      return "called";
    };
    const object = { toString: called, valueOf: called, toJSON: called };
    Object.defineProperty(object, "getter", { get: called, enumerable: true });
    const context = { object, list: [object] } as unknown as Context;
    Object.defineProperty(context, "getter", { get: called, enumerable: true });
    for (const source of [
      "getter",
      "get(object, 'getter')",
      "json(context)",
      "`${object}${list}`",
      "object + ''",
      "object == 'called'",
      "object < 1",
      "-object",
      "sub(object, object, object)",
    ]) {
      expect(codeOf(source, context)).toBe("ok");
    }
    expect(calls).toBe(0);
  });

  it("that throws becomes an error value", () => {
    const hostile = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error("trap");
        },
      },
    );
    expect(codeOf("a", hostile)).toBe("unreadable-context");
    expect(codeOf("get(o, 'a')", { o: hostile })).toBe("unreadable-context");
  });

  it("with cycles ends in an error value", () => {
    const object: Record<string, unknown> = {};
    object["self"] = object;
    const list: unknown[] = [];
    list.push(list);
    const context = { object, list } as Context;
    expect(codeOf("json(object)", context)).toBe("too-deep");
    expect(codeOf("`${list}`", context)).toBe("too-deep");
  });

  it("has functions and symbols count as absent", () => {
    const context = { f: () => 1, s: Symbol("s"), b: 1n } as unknown as Context;
    expect(resultOf("f || s || b || 'none'", context)).toStrictEqual({ ok: true, value: "none" });
  });
});

describe("bounds", () => {
  it.each<[string, string, string]>([
    ["a megabyte of source", "a+".repeat(500_000) + "a", "too-long"],
    ["ten thousand nested parentheses", "(".repeat(10_000) + "a" + ")".repeat(10_000), "too-long"],
    ["two hundred nested parentheses", "(".repeat(200) + "a" + ")".repeat(200), "too-deep"],
    ["four hundred unary operators", `${"!".repeat(400)}a`, "too-deep"],
    ["a hundred nested calls", "json(".repeat(100) + "a" + ")".repeat(100), "too-deep"],
    ["a hundred nested templates", "`${".repeat(100) + "a" + "}`".repeat(100), "too-deep"],
    ["a hundred thousand operators", `${"a&&".repeat(100_000)}a`, "too-long"],
    ["two thousand operators", `${"a+".repeat(2000)}a`, "too-long"],
    ["characters of several bytes", `'${"é".repeat(2100)}'`, "too-long"],
    ["text added to text", "text + text", "output-too-long"],
    ["text doubled in templates", "`${`${text}${text}`}${text}`", "output-too-long"],
    ["text that grows by replacement", "sub(text, 'a', 'aa')", "output-too-long"],
    ["JSON of long text", "json(text + text)", "output-too-long"],
    ["JSON of much data", "json(context)", "output-too-long"],
    ["text of a long list", "'' + list", "output-too-long"],
    ["many comparisons of long texts", "text < other ||".repeat(120) + "a", "too-many-steps"],
    ["many replacements", `${"sub(text, 'a', 'b') && ".repeat(40)}a`, "too-many-steps"],
    ["a number out of a long text", "-huge", "too-many-steps"],
  ])("stop %s", (_, source, code) => {
    const context = {
      a: 1,
      text,
      other: text,
      huge: "1".repeat(1_000_000),
      list: Array.from({ length: 9000 }, (_item, index) => index),
    };
    expect(codeOf(source, context)).toBe(code);
  });

  it("leave alone what stays within them", () => {
    const depth = 32;
    expect(codeOf("(".repeat(depth) + "a" + ")".repeat(depth))).toBe("ok");
    expect(codeOf("`${".repeat(depth) + "a" + "}`".repeat(depth))).toBe("ok");
    expect(codeOf("a+".repeat(249) + "a")).toBe("ok");
    expect(codeOf(`'${"a".repeat(4094)}'`)).toBe("ok");
    expect(codeOf("text + 'more'", { text })).toBe("ok");
  });
});

describe("restrictions", () => {
  const context = { user: { name: "n" }, "config.token": "t", plain: "p" };

  it("forbid the whole context where it is asked for", () => {
    for (const source of ["json(context)", "`${context}`", "get(context || 1, 'a')", "context"]) {
      expect(codeOf(source, context)).toBe("ok");
      expect(codeOf(source, context, { forbidContext: true })).toBe("context-forbidden");
    }
  });

  it("forbid JSON of objects along with it, and allow single keys", () => {
    const options = { forbidContext: true };
    expect(codeOf("json(user)", context, options)).toBe("context-forbidden");
    expect(codeOf("json(plain)", context, options)).toBe("ok");
    expect(codeOf("get(context, 'plain')", context, options)).toBe("ok");
  });

  it("forbid keys that may not be read, however they are named", () => {
    const options = { mayRead: (key: string) => key !== "config.token" };
    expect(codeOf("plain", context, options)).toBe("ok");
    expect(codeOf("config.token", context, options)).toBe("key-forbidden");
    expect(codeOf("get(context, 'config.token')", context, options)).toBe("key-forbidden");
    expect(codeOf("get(context, `config.${'token'}`)", context, options)).toBe("key-forbidden");
  });

  it("never quote a value of the context in an error", () => {
    const canary = "canary-4711";
    const values = { a: canary.repeat(1000), token: canary };
    const results = [
      resultOf("a + a", values),
      resultOf("token", values, { mayRead: () => false }),
      resultOf("json(context)", values, { forbidContext: true }),
    ];
    for (const result of results) expect(result.ok).toBe(false);
    expect(JSON.stringify(results)).not.toContain("canary");
    expect(JSON.stringify(resultOf("token", values))).toContain("canary");
  });
});
