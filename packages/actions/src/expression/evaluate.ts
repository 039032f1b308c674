import type { ContextValue } from "../context/Context.ts";
import { applyOperator } from "./applyOperator.ts";
import { callFunction } from "./callFunction.ts";
import type { Evaluation } from "./Evaluation.ts";
import { ExpressionFailure } from "./ExpressionFailure.ts";
import { expressionLimits } from "./expressionLimits.ts";
import { isContextRead } from "./findReferences.ts";
import type { CallNode, ChainNode, Node, Operation, TemplateNode, UnaryOperator } from "./Node.ts";
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
    case "chain":
      return evaluateChain(node, evaluation);
    case "call":
      return evaluateCall(node, evaluation);
    case "template":
      return evaluateParts(node, evaluation);
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

function evaluateChain({ first, operations }: ChainNode, evaluation: Evaluation): ContextValue {
  let value = evaluate(first, evaluation);
  for (const operation of operations) value = evaluateOperation(operation, value, evaluation);
  return value;
}

function evaluateOperation(
  operation: Operation,
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

function evaluateParts({ parts, position }: TemplateNode, evaluation: Evaluation): string {
  let text = "";
  for (const part of parts) {
    const addition = typeof part === "string" ? part : evaluatePart(part, evaluation);
    evaluation.spend(position, addition.length);
    text += addition;
    if (text.length > expressionLimits.outputBytes) throw evaluation.tooLong(position);
  }
  return evaluation.checkLength(text, position);
}

function evaluatePart(part: Node, evaluation: Evaluation): string {
  const value = evaluate(part, evaluation);
  return value === null || value === undefined ? "" : toText(value, evaluation, part.position);
}
