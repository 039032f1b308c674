import { describe, expect, it } from "vitest";

import type { Context } from "../context/Context.ts";
import { parseTemplate } from "./parseTemplate.ts";

function textOf(source: string, context: Context = {}): string {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.message}`);
  const result = parsed.value.evaluate(context);
  if (!result.ok) throw new Error(`${source}: ${result.error.message}`);
  return result.value;
}

const context: Context = { x: "y", a: 1, list: [1, 2], object: {}, no: false, nothing: null };

describe("a template", () => {
  it.each([
    ["", ""],
    ["plain text", "plain text"],
    ["${x}", "y"],
    ["a ${x} b ${a} c", "a y b 1 c"],
    ["${missing}|${nothing}|${no}|${list}|${object}", "||false|1,2|[object Object]"],
    ["${\n  x\n}", "y"],
    ["${a && `(${x}: ${`${a}`})` || ''}", "(y: 1)"],
    ["${x} `code`", "y `code`"],
    ["`code` ${x}", "`code` y"],
    ["costs $5, {x}, } and $", "costs $5, {x}, } and $"],
    ["$${x}$", "$y$"],
    [String.raw`C:\new\${x}`, String.raw`C:\new` + "${x}"],
    [String.raw`\${x} is ${"${x}"}`, "${x} is y"],
    ["line\nbreak ${x}", "line\nbreak y"],
    ["🎉 ${x} ünï", "🎉 y ünï"],
    ["${'}'}", "}"],
  ])("%j becomes %j", (source, expected) => {
    expect(textOf(source, context)).toBe(expected);
  });

  it.each([
    ["${x", 0],
    ["${a}${", 4],
    ["${x y}", 4],
    ["${}", 2],
    ["text ${'open}", 7],
    ["${`open}", 2],
    ["${ {a} }", 3],
  ])("%j is refused, with the position", (source, position) => {
    const parsed = parseTemplate(source);
    expect(parsed).toMatchObject({ ok: false, error: { code: "syntax", position } });
  });

  it("of plain text may be as long as an icon", () => {
    expect(parseTemplate("a".repeat(32_768)).ok).toBe(true);
    expect(parseTemplate("a".repeat(32_769))).toMatchObject({ error: { code: "too-long" } });
    expect(parseTemplate(`${"a".repeat(4096)}\${x}`)).toMatchObject({
      error: { code: "too-long" },
    });
    expect(parseTemplate("a".repeat(1_000_000)).ok).toBe(false);
  });

  it("whose result is too long has an error in place of a value", () => {
    const parsed = parseTemplate("${x}${x}");
    const result = parsed.ok && parsed.value.evaluate({ x: "a".repeat(5000) });
    expect(result).toMatchObject({ ok: false, error: { code: "output-too-long" } });
  });

  it("tells what it reads", () => {
    const parsed = parseTemplate("${x} ${get(context, 'a.b')} ${get(context, `k.${a}`)}");
    expect(parsed.ok && [...parsed.value.references]).toStrictEqual(
      expect.arrayContaining(["x", "a.b", "a"]),
    );
    expect(parsed).toMatchObject({ value: { readsWholeContext: true, exposesContext: false } });
  });

  it("cannot carry the whole context where that is forbidden", () => {
    const parsed = parseTemplate("https://evil.example/?${json(context)}");
    const result = parsed.ok && parsed.value.evaluate(context, { forbidContext: true });
    expect(result).toMatchObject({ ok: false, error: { code: "context-forbidden" } });
    expect(parsed.ok && parsed.value.evaluate({}).ok).toBe(true);
  });
});
