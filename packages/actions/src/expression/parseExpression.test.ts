import { describe, expect, it } from "vitest";

import type { Context, ContextValue } from "../context/Context.ts";
import { parseExpression } from "./parseExpression.ts";

function valueOf(source: string, context: Context = {}): ContextValue {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.message}`);
  const result = parsed.value.evaluate(context);
  if (!result.ok) throw new Error(`${source}: ${result.error.message}`);
  return result.value;
}

function parseErrorOf(source: string) {
  const parsed = parseExpression(source);
  if (parsed.ok) throw new Error(`${source} was parsed`);
  return parsed.error;
}

const context: Context = {
  a: 1,
  b: 0,
  x: "y",
  "a.b": "dotted",
  list: [1, null, [2, 3]],
  object: { k: { deep: true }, n: null },
  empty: "",
};

describe("values", () => {
  it.each<[string, ContextValue]>([
    ["true", true],
    ["false", false],
    ["null", null],
    ["undefined", undefined],
    ["1", 1],
    ["1.", 1],
    [".5", 0.5],
    ["1.5e3", 1500],
    ["2E-2", 0.02],
    ["'single'", "single"],
    ['"double"', "double"],
    [String.raw`"a\"b"`, 'a"b'],
    [String.raw`'\n\r\t\q\\'`, "\n\r\tq\\"],
    ["''", ""],
    ["'ünï🎉'", "ünï🎉"],
    ["``", ""],
    ["`text`", "text"],
    ["`a${a}b`", "a1b"],
    ["`a${`b${`c${x}`}`}`", "abcy"],
    [String.raw`${"`"}\${a}\`${"`"}`, "${a}`"],
    ["`${missing}${null}${false}`", "false"],
    ["`${list}|${object}`", "1,,2,3|[object Object]"],
    ["a", 1],
    ["a.b", "dotted"],
    ["missing", undefined],
    ["_under.score_1", undefined],
  ])("evaluates %s", (source, expected) => {
    expect(valueOf(source, context)).toStrictEqual(expected);
  });

  it("gives the context itself for `context`", () => {
    expect(valueOf("context", context)).toBe(context);
  });
});

describe("operators", () => {
  it.each<[string, ContextValue]>([
    ["!a", false],
    ["!!missing", false],
    ["!''", true],
    ["-a", -1],
    ["--a", 1],
    ["-'3'", -3],
    ["+x", "y"],
    ["+'3'", "3"],
    ["2 * 3", 6],
    ["7 / 2", 3.5],
    ["7 % 4", 3],
    ["8 / 4 / 2", 1],
    ["1 - 2 - 3", -4],
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["-2 * 3", -6],
    ["'a' + 1", "a1"],
    ["1 + 1 + 'a'", "2a"],
    ["'a' + null + undefined + true", "anullundefinedtrue"],
    ["'' + list", "1,,2,3"],
    ["a == 1", true],
    ["a == '1'", true],
    ["a === '1'", false],
    ["a !== '1'", true],
    ["a != '1'", false],
    ["null == undefined", true],
    ["null === undefined", false],
    ["null == 0", false],
    ["true == 1", true],
    ["'' == 0", true],
    ["list == '1,,2,3'", true],
    ["object == '[object Object]'", true],
    ["object == object", true],
    ["1 < 2", true],
    ["'10' < '9'", true],
    ["'10' < 9", false],
    ["2 >= 2", true],
    ["2 <= 1", false],
    ["2 > 1 == true", true],
    ["missing < 1", false],
    ["a && x", "y"],
    ["b && x", 0],
    ["b || x", "y"],
    ["a || x", 1],
    ["missing && x", undefined],
    ["a && 'Hide' || 'Show'", "Hide"],
    ["b && 'Hide' || 'Show'", "Show"],
  ])("evaluates %s", (source, expected) => {
    expect(valueOf(source, context)).toStrictEqual(expected);
  });

  it.each<[string, ContextValue]>([
    ["a == 1 || a == 2", true],
    ["a == 2 || a == 1", true],
    ["x == 'y' || x == 'z'", true],
    ["x == 'z' || x == 'y'", true],
    ["a || b && missing", 1],
    ["missing || a && x", "y"],
    ["1 + 1 == 2", true],
    ["1 < 2 && 2 < 3", true],
    ["!a == false", true],
  ])("gives operators their ordinary precedence: %s", (source, expected) => {
    expect(valueOf(source, context)).toStrictEqual(expected);
  });

  it("does not evaluate the operand that a logical operator skips", () => {
    const parsed = parseExpression("false && context || 'kept'");
    expect(parsed.ok && parsed.value.evaluate({}, { forbidContext: true })).toStrictEqual({
      ok: true,
      value: "kept",
    });
  });
});

describe("functions", () => {
  it.each<[string, ContextValue]>([
    ["get(object, 'k')", { deep: true }],
    ["get(get(object, 'k'), 'deep')", true],
    ["get(missing, 'k')", undefined],
    ["get(null, 'k')", undefined],
    ["get(x, 'length')", undefined],
    ["get(list, 0)", 1],
    ["get(list, 9)", undefined],
    ["get(context, 'a.b')", "dotted"],
    ["get(context, `a.${'b'}`)", "dotted"],
    ["json(x)", '"y"'],
    ["json(missing)", undefined],
    ["json(object)", '{"k":{"deep":true},"n":null}'],
    ["json(list)", "[1,null,[2,3]]"],
    ["json(0 / 0)", "null"],
    ["sub('a-b-c', '-', '+')", "a+b+c"],
    ["sub('a-b', '-', '$&')", "a$&b"],
    ["sub('ab', '', '-')", "ab"],
    ["sub(a, 1, 2)", "2"],
    ["sub(missing, 'a', 'b')", undefined],
    ["sub(missing, 'a', 'b') || 'fallback'", "fallback"],
  ])("evaluates %s", (source, expected) => {
    expect(valueOf(source, context)).toStrictEqual(expected);
  });

  it("writes JSON as JSON.stringify does", () => {
    const value = { a: [1, "ü\n\u2028", { b: undefined, c: [undefined] }], d: -0, e: true, "": "" };
    expect(valueOf("json(v)", { v: value })).toBe(JSON.stringify(value));
  });
});

describe("white space", () => {
  it.each(["\n a\n&&\r\n\tx\u00A0", "a\u2003&& x", "get(\n  context,\n  'x'\n)"])(
    "is ignored between tokens, newlines as well: %j",
    (source) => {
      expect(valueOf(source, context)).toBe("y");
    },
  );
});

describe("errors", () => {
  it.each<[string, string, number]>([
    ["", "syntax", 0],
    ["  \n", "syntax", 0],
    ["a b", "syntax", 2],
    ["a(1,,)", "unknown-function", 0],
    ["get(1,,)", "syntax", 6],
    ["get(a, b,)", "syntax", 9],
    ['"', "syntax", 0],
    ["a && 'b", "syntax", 5],
    [String.raw`'a\'`, "syntax", 0],
    ["`", "syntax", 0],
    ["`${a}", "syntax", 0],
    ["`${a`", "syntax", 4],
    ["`${}`", "syntax", 3],
    ["!", "syntax", 1],
    ["a*", "syntax", 2],
    ["* a", "syntax", 0],
    ["(a", "syntax", 2],
    ["(a=", "syntax", 2],
    ["a)", "syntax", 1],
    ["()", "syntax", 1],
    ["a = 1", "syntax", 2],
    ["a & b", "syntax", 2],
    ["a | b", "syntax", 2],
    ["2 ^ 3", "syntax", 2],
    ["a ? b : c", "syntax", 2],
    ["a[0]", "syntax", 1],
    ["a}", "syntax", 1],
    ["${a}", "syntax", 0],
    ["1x", "syntax", 0],
    ["1.2.3", "syntax", 0],
    ["naïve", "syntax", 2],
    ["🎉", "syntax", 0],
    ["get(a)", "syntax", 0],
    ["json()", "syntax", 0],
    ["sub(a, b)", "syntax", 0],
    ["unknown()", "unknown-function", 0],
    ["toString()", "unknown-function", 0],
    ['constructor("x")', "unknown-function", 0],
    ["a && __proto__()", "unknown-function", 5],
    ["a(", "unknown-function", 0],
  ])("says where %j is wrong", (source, code, position) => {
    const error = parseErrorOf(source);
    expect(error).toMatchObject({ code, position });
    expect(error.message).toMatch(/^[A-Z].*\.$/s);
  });

  it("hints at what to write in place of what other languages have", () => {
    expect(parseErrorOf("a = 1").message).toContain("==");
    expect(parseErrorOf("a ? 1 : 2").message).toContain("&& a || b");
    expect(parseErrorOf("a[0]").message).toContain("get(object, key)");
  });
});

describe("references", () => {
  it.each<[string, string[], boolean, boolean]>([
    ["a && b.c || a", ["a", "b.c"], false, false],
    ["get(context, 'a') || true", ["a"], false, false],
    ["get(context, 1)", ["1"], false, false],
    ["get(context, `k.${r}`)", ["r"], true, false],
    ["get(o, 'a')", ["o"], false, false],
    ["json(context)", [], true, true],
    ["get(context || a, 'b')", ["a"], true, true],
    ["get(get(context, 'a'), k)", ["a", "k"], false, false],
    ["`${a}` + sub(b, c, 'd')", ["a", "b", "c"], false, false],
    ["'a' == 1", [], false, false],
  ])("of %s", (source, keys, readsWholeContext, exposesContext) => {
    const parsed = parseExpression(source);
    expect(parsed.ok && [...parsed.value.references].toSorted()).toStrictEqual(keys);
    expect(parsed).toMatchObject({ value: { readsWholeContext, exposesContext } });
  });
});
