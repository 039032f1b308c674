import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileFunction } from "node:vm";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Context, ContextValue } from "../context/Context.ts";
import { parseExpression } from "../expression/parseExpression.ts";
import { parseTemplate } from "../template/parseTemplate.ts";

/*
 * The expressions of real extensions keep their value. What their value is, is found out in another
 * way than ours: the source is translated to JavaScript, which has the same operators, and run.
 */

const folder = join(import.meta.dirname, "../../../../../shared/fixtures/manifests");
const isPresent = existsSync(folder);

interface Sources {
  readonly expressions: Set<string>;
  readonly templates: Set<string>;
}

const expressionFields = new Set(["when", "disabledWhen", "pressed"]);

/** Expressions of the builtin hover actions, and others that manifests elsewhere are known to use. */
const known = [
  "goToDefinition.error || goToDefinition.showLoading",
  "goToDefinition.url",
  "findReferences.url && (goToDefinition.showLoading || goToDefinition.url || goToDefinition.error)",
  "hoveredOnDefinition",
  "!config.x && y",
];

function collect(value: unknown, sources: Sources, field = ""): void {
  if (typeof value === "string") {
    if (expressionFields.has(field)) sources.expressions.add(value);
    else if (value.includes("${")) sources.templates.add(value);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) collect(item, sources, key);
  }
}

function readSources(): Sources {
  const sources: Sources = { expressions: new Set(known), templates: new Set() };
  if (!isPresent) return sources;
  for (const file of readdirSync(folder)) {
    const manifest = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
      contributes?: { actions?: unknown; menus?: unknown };
    };
    collect(manifest.contributes?.actions, sources);
    collect(manifest.contributes?.menus, sources);
  }
  return sources;
}

const words = new Set(["true", "false", "null", "undefined", "get", "json", "sub", "context"]);

/** Translates an expression to JavaScript, up to the end or to the `}` that closes a substitution. */
function translate(source: string, start: number): { code: string; end: number } {
  let code = "";
  let index = start;
  while (index < source.length && source[index] !== "}") {
    const rest = source.slice(index);
    const text = /^(?:'[^']*'|"[^"]*")/.exec(rest)?.[0];
    const name = /^[A-Za-z_][\w.]*/.exec(rest)?.[0];
    if (text !== undefined) {
      code += text;
      index += text.length;
    } else if (name !== undefined) {
      code += words.has(name) ? name : `get(context, ${JSON.stringify(name)})`;
      index += name.length;
    } else if (source[index] === "`") {
      const template = translateText(source, index + 1, "`");
      code += template.code;
      index = template.end + 1;
    } else {
      code += source[index];
      index += 1;
    }
  }
  return { code, end: index };
}

function translateText(
  source: string,
  start: number,
  close: string,
): { code: string; end: number } {
  const parts: string[] = ['""'];
  let index = start;
  while (index < source.length && source[index] !== close) {
    if (source.startsWith("${", index)) {
      const { code, end } = translate(source, index + 2);
      parts.push(`show(${code})`);
      index = end + 1;
    } else {
      parts.push(JSON.stringify(source[index]));
      index += 1;
    }
  }
  return { code: `(${parts.join(" + ")})`, end: index };
}

type Shown = string | number | boolean | null | undefined;

function oracle(code: string): (context: Context) => unknown {
  const parameters = ["context", "get", "json", "sub", "show"];
  const run = compileFunction(`return ${code};`, parameters) as (...values: unknown[]) => unknown;
  const get = (target: unknown, key: string): unknown =>
    typeof target === "object" && target !== null && Object.hasOwn(target, key)
      ? (target as Record<string, unknown>)[key]
      : undefined;
  const json = (value: unknown): string => JSON.stringify(value);
  const sub = (text: Shown, from: string, to: string): string | undefined =>
    text === null || text === undefined ? undefined : String(text).split(from).join(to);
  const show = (value: Shown): string => String(value ?? "");
  return (context) => run(context, get, json, sub, show);
}

const texts = ["", "line", "file", "none", "go", "python", "references", "x", "#panelID"];
const value: fc.Arbitrary<ContextValue> = fc.constantFrom(
  undefined,
  null,
  true,
  false,
  0,
  85.2,
  ...texts,
);

/** Every key that an expression names, and those that the real ones compute. */
function contextsFor(source: string): fc.Arbitrary<Context> {
  const names = [...source.matchAll(/[A-Za-z_][\w.]*/g)].map(([name]) => name);
  const uri = "git://repo?rev#a/b.ts";
  const computed = names.flatMap((name) => [`${name}${uri}`, `${name}go`, `${name}python`]);
  const keys = [...new Set([...names, ...computed])];
  return fc.tuple(...keys.map(() => value), fc.boolean()).map((values) => {
    const context = Object.fromEntries(keys.map((key, index) => [key, values[index]]));
    return (values.at(-1) === true ? { ...context, "resource.uri": uri } : context) as Context;
  });
}

const { expressions, templates } = readSources();
const skipped = isPresent ? "" : " (SKIPPED: the fixtures are not beside the repository)";

describe(`the expressions of real manifests have the value they always had${skipped}`, () => {
  it.each([...expressions])("expression %s", (source) => {
    const parsed = parseExpression(source);
    const expected = oracle(translate(source, 0).code);
    fc.assert(
      fc.property(contextsFor(source), (context) => {
        const result = parsed.ok ? parsed.value.evaluate(context) : parsed;
        expect(result).toEqual({ ok: true, value: expected(context) });
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(!isPresent).each([...templates, ""])("template %s", (source) => {
    const parsed = parseTemplate(source);
    const expected = oracle(translateText(source, 0, "\0").code);
    fc.assert(
      fc.property(contextsFor(source), (context) => {
        const result = parsed.ok ? parsed.value.evaluate(context) : parsed;
        expect(result).toEqual({ ok: true, value: expected(context) });
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(!isPresent)("of which there are dozens", () => {
    expect(expressions.size + templates.size).toBeGreaterThan(30);
  });
});
