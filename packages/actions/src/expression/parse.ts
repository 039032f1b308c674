import { ExpressionFailure } from "./ExpressionFailure.ts";
import type { FunctionName, Node, Operation, TemplateNode, UnaryOperator } from "./Node.ts";
import type { Token } from "./Token.ts";
import { TokenReader } from "./TokenReader.ts";

/** Binary operators by how strongly they bind. */
const precedences: ReadonlyMap<string, number> = new Map([
  ["||", 1],
  ["&&", 2],
  ["==", 3],
  ["!=", 3],
  ["===", 3],
  ["!==", 3],
  ["<", 4],
  [">", 4],
  ["<=", 4],
  [">=", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["%", 6],
]);

const weakest = 1;

const constants: ReadonlyMap<string, boolean | null | undefined> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", undefined],
]);

/** The functions, and how many arguments each takes. */
const arities: ReadonlyMap<string, number> = new Map<FunctionName, number>([
  ["get", 2],
  ["json", 1],
  ["sub", 3],
]);

/**
 * Makes a tree of the tokens of an expression.
 *
 * @throws ExpressionFailure
 */
export function parse(tokens: readonly Token[]): Node {
  const reader = new TokenReader(tokens);
  if (reader.peek().kind === "end") {
    throw new ExpressionFailure("syntax", "The expression is empty.", 0);
  }
  const node = parseBinary(reader, weakest);
  if (reader.peek().kind !== "end") throw reader.unexpected("an operator or the end");
  return node;
}

/**
 * Makes a tree of the tokens of a template that is not within backticks.
 *
 * @throws ExpressionFailure
 */
export function parseText(tokens: readonly Token[]): Node {
  const reader = new TokenReader(tokens);
  const parts = parseParts(reader);
  reader.expect("end");
  return { kind: "template", parts, position: 0 };
}

function parseBinary(reader: TokenReader, minimum: number): Node {
  const first = parseUnary(reader);
  const operations: Operation[] = [];
  for (;;) {
    const { kind, text, position } = reader.peek();
    const precedence = kind === "punctuator" ? (precedences.get(text) ?? 0) : 0;
    if (precedence < minimum) break;
    reader.take();
    operations.push({ operator: text, right: parseBinary(reader, precedence + 1), position });
  }
  const [operation] = operations;
  if (operation === undefined) return first;
  return { kind: "chain", first, operations, position: operation.position };
}

function parseUnary(reader: TokenReader): Node {
  const { kind, text, position } = reader.peek();
  if (kind !== "punctuator" || !isUnaryOperator(text)) return parsePrimary(reader);
  reader.take();
  const operand = reader.nested(() => parseUnary(reader));
  return { kind: "unary", operator: text, operand, position };
}

function isUnaryOperator(text: string): text is UnaryOperator {
  return text === "!" || text === "-" || text === "+";
}

function parsePrimary(reader: TokenReader): Node {
  const token = reader.peek();
  const { kind, position, text } = token;
  if (kind === "number") {
    reader.take();
    return { kind: "literal", value: Number(text), position };
  }
  if (kind === "string") {
    reader.take();
    return { kind: "literal", value: text, position };
  }
  if (kind === "identifier") {
    reader.take();
    return reader.isAt("(") ? parseCall(reader, token) : parseName(token);
  }
  if (kind === "templateStart") {
    reader.take();
    return parseTemplate(reader, position);
  }
  if (reader.isAt("(")) {
    reader.take();
    const node = reader.nested(() => parseBinary(reader, weakest));
    reader.expectSign(")", "to close the parenthesis");
    return node;
  }
  throw reader.unexpected("a value");
}

function parseName({ text, position }: Token): Node {
  if (text === "context") return { kind: "context", position };
  if (constants.has(text)) return { kind: "literal", value: constants.get(text), position };
  return { kind: "key", key: text, position };
}

function parseCall(reader: TokenReader, name: Token): Node {
  if (!isFunctionName(name.text)) {
    const message = "There is no such function; there are get, json and sub.";
    throw new ExpressionFailure("unknown-function", message, name.position);
  }
  const nodes = reader.nested(() => parseArguments(reader));
  const arity = arities.get(name.text);
  if (nodes.length !== arity) {
    const message = `The function ${name.text} takes ${arity} arguments, and here are ${nodes.length}.`;
    throw new ExpressionFailure("syntax", message, name.position);
  }
  return { kind: "call", name: name.text, arguments: nodes, position: name.position };
}

function isFunctionName(name: string): name is FunctionName {
  return arities.has(name);
}

function parseArguments(reader: TokenReader): readonly Node[] {
  reader.expectSign("(", "before the arguments");
  const nodes: Node[] = [];
  if (!reader.isAt(")")) {
    nodes.push(parseBinary(reader, weakest));
    while (reader.isAt(",")) {
      reader.take();
      nodes.push(parseBinary(reader, weakest));
    }
  }
  reader.expectSign(")", "after the arguments");
  return nodes;
}

function parseTemplate(reader: TokenReader, position: number): Node {
  const parts = reader.nested(() => parseParts(reader));
  reader.expect("templateEnd");
  return { kind: "template", parts, position };
}

function parseParts(reader: TokenReader): TemplateNode["parts"] {
  const parts: (string | Node)[] = [];
  for (;;) {
    const { kind, text } = reader.peek();
    if (kind === "text") {
      reader.take();
      parts.push(text);
    } else if (kind === "substitutionStart") {
      reader.take();
      parts.push(parseBinary(reader, weakest));
      reader.expect("substitutionEnd");
    } else {
      return parts;
    }
  }
}
