import type { ContextValue } from "../context/Context.ts";
import type { Evaluation } from "./Evaluation.ts";
import { ExpressionFailure } from "./ExpressionFailure.ts";
import { expressionLimits } from "./expressionLimits.ts";
import { readProperty } from "./readProperty.ts";

/**
 * The text of a value as JavaScript would have it ("1,2" for a list, "[object Object]" for an
 * object), without ever calling a method of the value.
 *
 * @throws ExpressionFailure
 */
export function toText(
  value: ContextValue,
  evaluation: Evaluation,
  position: number,
  depth = 0,
): string {
  if (typeof value !== "object" || value === null) return String(value);
  if (!Array.isArray(value)) return "[object Object]";
  if (depth >= expressionLimits.depth) {
    throw new ExpressionFailure("too-deep", "This list is nested too deeply.", position);
  }
  let text = "";
  for (let index = 0; index < value.length; index += 1) {
    evaluation.spend(position);
    const item = readProperty(value, String(index));
    if (index > 0) text += ",";
    if (item !== null && item !== undefined) text += toText(item, evaluation, position, depth + 1);
    if (text.length > expressionLimits.outputBytes) throw evaluation.tooLong(position);
  }
  return text;
}

/** A value with objects and lists turned into their text. */
export function toPrimitive(
  value: ContextValue,
  evaluation: Evaluation,
  position: number,
): string | number | boolean | null | undefined {
  if (typeof value === "object" && value !== null) return toText(value, evaluation, position);
  return value;
}
