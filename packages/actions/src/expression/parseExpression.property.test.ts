import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Context } from "../context/Context.ts";
import { parseTemplate } from "../template/parseTemplate.ts";
import { exceedsBytes } from "../text/exceedsBytes.ts";
import { expressionLimits } from "./expressionLimits.ts";
import { parseExpression } from "./parseExpression.ts";

const words =
  "a b.c context get( json( sub( ( ) , && || == !== < + - * ! ` ${ } 's' \" 1 .5 \\ true null";
const piece = fc.constantFrom(" ", "\n", "__proto__", "é", "🎉", "\uD800", ...words.split(" "));
const source = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
);

/** Expressions that can be parsed, so that evaluation is reached every time. */
const expression = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom("a", "b.c", "'text'", "1", "null", "undefined", "context", "constructor"),
    fc
      .tuple(tie("node"), fc.constantFrom("&&", "||", "==", "===", "<", "+", "-", "%"), tie("node"))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie("node").map((node) => `!${node}`),
    tie("node").map((node) => `-${node}`),
    tie("node").map((node) => `json(${node})`),
    tie("node").map((node) => `\`x\${${node}}y\``),
    fc.tuple(tie("node"), tie("node")).map(([object, key]) => `get(${object}, ${key})`),
    fc
      .tuple(tie("node"), tie("node"), tie("node"))
      .map(([subject, from, to]) => `sub(${subject}, ${from}, ${to})`),
  ),
})).node;

const context = fc.dictionary(
  fc.constantFrom("a", "b.c", "__proto__", "constructor", "k"),
  fc.jsonValue({ maxDepth: 3 }),
) as fc.Arbitrary<Context>;

describe("every source", () => {
  it("is parsed or refused with a position within it, without an exception", () => {
    fc.assert(
      fc.property(source, (text) => {
        for (const parsed of [parseExpression(text), parseTemplate(text)]) {
          if (parsed.ok) continue;
          expect(parsed.error.position).toBeGreaterThanOrEqual(0);
          expect(parsed.error.position).toBeLessThanOrEqual(text.length);
          expect(parsed.error.message).not.toBe("");
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("has a template value that is text within the limit", () => {
    fc.assert(
      fc.property(source, context, (text, values) => {
        const parsed = parseTemplate(text);
        const result = parsed.ok ? parsed.value.evaluate(values) : parsed;
        if (!result.ok) return;
        expect(typeof result.value).toBe("string");
        expect(exceedsBytes(result.value as string, expressionLimits.outputBytes)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("every expression", () => {
  it("has a value that is data, the same one each time", () => {
    fc.assert(
      fc.property(expression, context, (text, values) => {
        const first = parseExpression(text);
        const second = parseExpression(text);
        if (!first.ok || !second.ok) throw new Error(`${text} was not parsed`);
        const result = first.value.evaluate(values);
        expect(second.value.evaluate(values)).toStrictEqual(result);
        expect(first.value.evaluate(values)).toStrictEqual(result);
        const type = result.ok ? typeof result.value : "error";
        expect(["function", "symbol", "bigint"]).not.toContain(type);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps its value when keys change that it does not read", () => {
    fc.assert(
      fc.property(expression, context, fc.jsonValue(), (text, values, noise) => {
        const parsed = parseExpression(text);
        if (!parsed.ok || parsed.value.readsWholeContext) return;
        const { references } = parsed.value;
        const changed = Object.fromEntries(
          Object.entries(values).map(([key, value]) => [key, references.has(key) ? value : noise]),
        ) as Context;
        expect(parsed.value.evaluate(changed)).toStrictEqual(parsed.value.evaluate(values));
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves the context and the prototypes as they were", () => {
    fc.assert(
      fc.property(expression, context, (text, values) => {
        const before = JSON.stringify(values);
        const parsed = parseExpression(text);
        if (parsed.ok) parsed.value.evaluate(values);
        expect(JSON.stringify(values)).toBe(before);
        expect(Object.keys(Object.prototype)).toStrictEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
