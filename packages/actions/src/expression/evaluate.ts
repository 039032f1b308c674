import type { ContextValue } from "../context/Context.ts";
import { applyOperator } from "./applyOperator.ts";
import { callFunction } from "./callFunction.ts";
import type { Evaluation } from "./Evaluation.ts";
import { ExpressionFailure } from "./ExpressionFailure.ts";
import { expressionLimits } from "./expressionLimits.ts";
import { isContextRead } from "./findReferences.ts";
import type { BinaryNode, CallNode, Node, UnaryOperator } from "./Node.ts";
import { toPrimitive, toText } from "./toText.ts";

/**
 * Computes the value of a tree.
 *
 * @throws ExpressionFailure
 */
export function evaluate(node: Node, evaluation: Evaluation): ContextValue {
  evaluation.spend(node.position);
  switch (node.kind) {
    case "literal":
      return node.value;
    case "key":
      return evaluation.readKey(node.key, node.position);
    case "context":
      return wholeContext(evaluation, node.position);
    case "unary":
      return evaluateUnary(node.operator, evaluate(node.operand, evaluation), evaluation, node);
    case "binary":
      return evaluateChain(node, evaluation);
    case "call":
      return evaluateCall(node, evaluation);
    case "template":
      return evaluateParts(node.parts, evaluation, node.position);
  }
}

function wholeContext(evaluation: Evaluation, position: number): ContextValue {
  if (evaluation.forbidContext) {
    const message = "The whole context may not be used here; name the keys that are needed.";
    throw new ExpressionFailure("context-forbidden", message, position);
  }
  return evaluation.context;
}

function evaluateUnary(
  operator: UnaryOperator,
  value: ContextValue,
  evaluation: Evaluation,
  { position }: Node,
): ContextValue {
  if (operator === "!") return !value;
  if (operator === "+") return value;
  const operand = toPrimitive(value, evaluation, position);
  evaluation.spend(position, typeof operand === "string" ? operand.length : 0);
  return -Number(operand);
}

/** Chains lean to the left and can be thousands long, so they are walked along, not descended. */
function evaluateChain(chain: BinaryNode, evaluation: Evaluation): ContextValue {
  const operations: BinaryNode[] = [];
  let first: Node = chain;
  while (first.kind === "binary") {
    operations.push(first);
    first = first.left;
  }
  let value = evaluate(first, evaluation);
  for (let index = operations.length - 1; index >= 0; index -= 1) {
    const operation = operations[index];
    if (operation !== undefined) value = evaluateOperation(operation, value, evaluation);
  }
  return value;
}

function evaluateOperation(
  operation: BinaryNode,
  left: ContextValue,
  evaluation: Evaluation,
): ContextValue {
  evaluation.spend(operation.position);
  if (operation.operator === "&&") return left ? evaluate(operation.right, evaluation) : left;
  if (operation.operator === "||") return left ? left : evaluate(operation.right, evaluation);
  return applyOperator(operation, left, evaluate(operation.right, evaluation), evaluation);
}

function evaluateCall(call: CallNode, evaluation: Evaluation): ContextValue {
  const [, key] = call.arguments;
  if (isContextRead(call) && key !== undefined) {
    const name = toText(evaluate(key, evaluation), evaluation, call.position);
    evaluation.spend(call.position, name.length);
    return evaluation.readKey(name, call.position);
  }
  const values = call.arguments.map((node) => evaluate(node, evaluation));
  return callFunction(call, values, evaluation);
}

function evaluateParts(parts: readonly Node[], evaluation: Evaluation, position: number): string {
  let text = "";
  for (const part of parts) {
    const value = evaluate(part, evaluation);
    if (value === null || value === undefined) continue;
    const addition = toText(value, evaluation, part.position);
    evaluation.spend(part.position, addition.length);
    text += addition;
    if (text.length > expressionLimits.outputBytes) throw evaluation.tooLong(position);
  }
  return evaluation.checkLength(text, position);
}
