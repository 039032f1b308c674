import { actionIdPattern } from "@action-telemetry/event-schema";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyse } from "scslre";
import { parseAst } from "vite";
import { expect, it } from "vitest";

const packages = fileURLToPath(new URL("../../..", import.meta.url));

/** What reads texts of anybody: their expressions must not start over at every place of a text, either. */
const exposed = ["actions", "collector", "event-schema", "react"];

interface Expression {
  readonly source: string;
  readonly flags: string;
}

/** Why an expression may take longer than in proportion to a text. */
function troublesOf(expression: Expression): readonly string[] {
  return analyse(expression, { assumeRejectingSuffix: false }).reports.map(({ type }) => type);
}

/** The expressions that a source holds, and how many it makes of texts. */
function readExpressions(source: string, file: string) {
  const found: Expression[] = [];
  let made = 0;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, regex, callee } = node as {
      readonly type?: string;
      readonly regex?: { readonly pattern: string; readonly flags: string };
      readonly callee?: { readonly name?: string };
    };
    if (regex) found.push({ source: regex.pattern, flags: regex.flags });
    if (/^(New|Call)Expression$/.test(type ?? "") && callee?.name === "RegExp") made += 1;
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(source, { lang: file.endsWith("x") ? "tsx" : "ts" }, file));
  return { found, made };
}

const sources = globSync("*/src/**/*.{ts,tsx}", { cwd: packages })
  .filter((file) => !/\.(test|stories)\.|\/testing\//.test(file))
  .map((file) => ({ file, ...readExpressions(readFileSync(`${packages}/${file}`, "utf8"), file) }));

it.each([
  ["/^(a+)+$/", "Self"],
  ["/^(\\w+\\s?)*$/", "Self"],
  ["/^\\d+\\d+$/", "Trade"],
  ["/\\s+$/", "Move"],
])("finds what is wrong with %s", (text, trouble) => {
  const [expression] = readExpressions(`export const it = ${text};`, "it.ts").found;
  expect(expression && troublesOf(expression)).toContain(trouble);
});

it("finds that expressions are made of texts", () => {
  expect(readExpressions("new RegExp(a); RegExp(b); /c/.test(d)", "it.ts").made).toBe(2);
});

it("finds in no package an expression that goes back and forth in a text", () => {
  const all = sources.flatMap(({ file, found }) =>
    found.map((expression) => ({ file, expression, troubles: troublesOf(expression) })),
  );
  expect(all.length).toBeGreaterThan(200);
  const bad = all.filter(({ file, troubles }) => {
    const isExposed = exposed.includes(file.split("/", 1)[0] ?? "");
    return troubles.some((trouble) => isExposed || trouble !== "Move");
  });
  expect(bad).toEqual([]);
});

it("knows the one expression that is made of others, which is sound as well", () => {
  const making = sources.filter(({ made }) => made > 0).map(({ file }) => file);
  expect(making).toEqual(["collector/src/query/queryParameters.ts"]);
  expect(troublesOf({ source: `^$|${actionIdPattern.source}`, flags: "u" })).toEqual([]);
});
