import type { ContextValue } from "../context/Context.ts";
import type { Evaluation } from "./Evaluation.ts";
import { ExpressionFailure } from "./ExpressionFailure.ts";
import type { CallNode } from "./Node.ts";
import { readProperty } from "./readProperty.ts";
import { toJSONText } from "./toJSONText.ts";
import { toText } from "./toText.ts";

/**
 * Calls one of the language's functions with evaluated arguments.
 *
 * @throws ExpressionFailure
 */
export function callFunction(
  { name, position }: CallNode,
  values: readonly ContextValue[],
  evaluation: Evaluation,
): ContextValue {
  switch (name) {
    case "get":
      return readProperty(values[0], toText(values[1], evaluation, position));
    case "json":
      return json(values[0], evaluation, position);
    case "sub":
      return substitute(values, evaluation, position);
  }
}

function json(value: ContextValue, evaluation: Evaluation, position: number): string | undefined {
  if (evaluation.forbidContext && typeof value === "object" && value !== null) {
    const message = "The function json takes no objects or lists here.";
    throw new ExpressionFailure("context-forbidden", message, position);
  }
  return toJSONText(value, evaluation, position);
}

/** Replaces every occurrence; of nothing, or of an empty text, there is none. */
function substitute(
  [subject, old, replacement]: readonly ContextValue[],
  evaluation: Evaluation,
  position: number,
): string | undefined {
  if (subject === null || subject === undefined) return undefined;
  const text = evaluation.checkLength(toText(subject, evaluation, position), position);
  const from = toText(old, evaluation, position);
  const to = toText(replacement, evaluation, position);
  evaluation.spend(position, text.length);
  if (from === "") return text;
  const pieces = text.split(from);
  // Each piece costs as much as handling eight characters, measured.
  evaluation.spend(position, pieces.length * 8 + (pieces.length - 1) * to.length);
  return evaluation.checkLength(pieces.join(to), position);
}
