import type { ContextValue } from "../context/Context.ts";
import type { Evaluation } from "./Evaluation.ts";
import { ExpressionFailure } from "./ExpressionFailure.ts";
import { expressionLimits } from "./expressionLimits.ts";
import { readProperty } from "./readProperty.ts";

/**
 * The JSON of a value, as `JSON.stringify` writes it, but bounded, and without calling a method or
 * getter of the value. `undefined` for `undefined`.
 *
 * @throws ExpressionFailure
 */
export function toJSONText(
  value: ContextValue,
  evaluation: Evaluation,
  position: number,
): string | undefined {
  if (value === undefined) return undefined;
  const text = write(value, evaluation, position, 0);
  return evaluation.checkLength(text, position);
}

function write(
  value: ContextValue,
  evaluation: Evaluation,
  position: number,
  depth: number,
): string {
  evaluation.spend(position);
  if (typeof value === "string") return quote(value, evaluation, position);
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (depth >= expressionLimits.depth) {
    throw new ExpressionFailure("too-deep", "This value is nested too deeply.", position);
  }
  const writeNested = (nested: ContextValue): string =>
    write(nested, evaluation, position, depth + 1);
  const isList = Array.isArray(value);
  const keys = isList ? value.keys() : Object.keys(value);
  let text = "";
  for (const key of keys) {
    const item = readProperty(value, String(key));
    if (isList) text += `${text === "" ? "" : ","}${writeNested(item)}`;
    else if (item !== undefined) {
      const name = quote(String(key), evaluation, position);
      text += `${text === "" ? "" : ","}${name}:${writeNested(item)}`;
    }
    if (text.length > expressionLimits.outputBytes) throw evaluation.tooLong(position);
  }
  return isList ? `[${text}]` : `{${text}}`;
}

function quote(text: string, evaluation: Evaluation, position: number): string {
  if (text.length > expressionLimits.outputBytes) throw evaluation.tooLong(position);
  const quoted = JSON.stringify(text);
  evaluation.spend(position, quoted.length);
  return quoted;
}
