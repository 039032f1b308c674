import type { ContextValue } from "../context/Context.ts";
import type { Evaluation } from "./Evaluation.ts";
import type { Operation } from "./Node.ts";
import { toPrimitive } from "./toText.ts";

/**
 * Applies a binary operator other than `&&` and `||`, with JavaScript's conversions.
 *
 * @throws ExpressionFailure
 */
export function applyOperator(
  { operator, position }: Operation,
  left: ContextValue,
  right: ContextValue,
  evaluation: Evaluation,
): ContextValue {
  evaluation.spend(position, lengthOf(left) + lengthOf(right));
  switch (operator) {
    case "===":
      return left === right;
    case "!==":
      return left !== right;
    case "==":
      return looselyEquals(left, right, evaluation, position);
    case "!=":
      return !looselyEquals(left, right, evaluation, position);
    default:
      return compute(
        operator,
        toPrimitive(left, evaluation, position),
        toPrimitive(right, evaluation, position),
        evaluation,
        position,
      );
  }
}

type Primitive = string | number | boolean | null | undefined;

function compute(
  operator: string,
  left: Primitive,
  right: Primitive,
  evaluation: Evaluation,
  position: number,
): ContextValue {
  if (operator === "+" && (typeof left === "string" || typeof right === "string")) {
    return evaluation.checkLength(String(left) + String(right), position);
  }
  if (typeof left === "string" && typeof right === "string") {
    if (operator === "<") return left < right;
    if (operator === ">") return left > right;
    if (operator === "<=") return left <= right;
    if (operator === ">=") return left >= right;
  }
  return computeNumbers(operator, Number(left), Number(right));
}

function computeNumbers(operator: string, left: number, right: number): number | boolean {
  switch (operator) {
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    default:
      return left % right;
  }
}

/** JavaScript's `==`, except that it never calls a method of an object. */
function looselyEquals(
  left: ContextValue,
  right: ContextValue,
  evaluation: Evaluation,
  position: number,
): boolean {
  if (left === null || left === undefined || right === null || right === undefined) {
    return left == null && right == null;
  }
  if (typeof left === "object" && typeof right === "object") return left === right;
  const a = toPrimitive(left, evaluation, position);
  const b = toPrimitive(right, evaluation, position);
  return typeof a === typeof b ? a === b : Number(a) === Number(b);
}

function lengthOf(value: ContextValue): number {
  return typeof value === "string" ? value.length : 0;
}
