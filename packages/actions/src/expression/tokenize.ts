import { ExpressionFailure } from "./ExpressionFailure.ts";
import { expressionLimits } from "./expressionLimits.ts";
import { scanString } from "./scanString.ts";
import { scanText } from "./scanText.ts";
import type { Token, TokenKind } from "./Token.ts";

/** Where the scanner is: in code, or in the text of a template; the root has no closing mark. */
type Mode = "root-code" | "root-text" | "substitution" | "text";

/** An open template or substitution. */
interface Level {
  readonly mode: Mode;
  readonly position: number;
}

const whiteSpace = /\s+/y;
/** A name, a number or a sign: one pattern, because the first run of each one is slow. */
const lexeme =
  /[A-Za-z_][A-Za-z0-9_.]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|===|!==|[=!<>]=|&&|\|\||[+\-*/%!<>(),]/y;
const nameStart = /[A-Za-z_]/;
const numberStart = /[\d.]/;
const wordCharacter = /[\w.]/;

/** What to say about characters that people coming from other languages try. */
const hints: Readonly<Record<string, string>> = {
  "=": "to compare, write == or ===",
  "&": "write &&",
  "|": "write ||",
  "^": "there is no such operator",
  "?": "there is no conditional operator; write condition && a || b",
  "[": "write get(object, key)",
  "{": "braces only follow a dollar sign in a template",
  "}": "no substitution is open",
};

/**
 * Splits a source into tokens, the last of kind `end`. Templates within templates are kept track of
 * on a list, not by recursion, so that no nesting can exhaust the stack.
 *
 * @param start - Whether the source is an expression (`code`) or a template (`text`).
 * @throws ExpressionFailure
 */
export function tokenize(source: string, start: "code" | "text"): readonly Token[] {
  const tokens: Token[] = [];
  const levels: Level[] = [{ mode: start === "code" ? "root-code" : "root-text", position: 0 }];
  let position = 0;
  for (;;) {
    const level = levels.at(-1);
    if (level === undefined) break;
    const isText = level.mode === "text" || level.mode === "root-text";
    const token = isText
      ? nextInText(source, position, level)
      : nextInCode(source, position, level.mode);
    position = token.next;
    if (token.kind === "end") break;
    tokens.push(token);
    if (tokens.length > expressionLimits.tokens) throw tooMany(token);
    if (token.kind === "templateStart") levels.push({ mode: "text", position: token.position });
    if (token.kind === "substitutionStart") {
      levels.push({ mode: "substitution", position: token.position });
    }
    if (token.kind === "templateEnd" || token.kind === "substitutionEnd") levels.pop();
  }
  tokens.push({ kind: "end", position: source.length, text: "" });
  checkClosed(levels);
  return tokens;
}

function tooMany({ position }: Token): ExpressionFailure {
  const message = `This has more than ${expressionLimits.tokens} names, values and signs.`;
  return new ExpressionFailure("too-long", message, position);
}

function checkClosed(levels: readonly Level[]): void {
  const level = levels.at(-1);
  if (level?.mode === "substitution") {
    throw new ExpressionFailure("syntax", "This ${ is never closed by a }.", level.position);
  }
  if (level?.mode === "text") {
    throw new ExpressionFailure("syntax", "This template is never closed by a `.", level.position);
  }
}

/** A token, and where the scanner goes on. */
interface Scanned extends Token {
  readonly next: number;
}

function scanned(kind: TokenKind, position: number, text: string, next: number): Scanned {
  return { kind, position, text, next };
}

function nextInText(source: string, position: number, level: Level): Scanned {
  const isRoot = level.mode === "root-text";
  if (position >= source.length) return scanned("end", position, "", position);
  if (source.startsWith("${", position)) {
    return scanned("substitutionStart", position, "${", position + 2);
  }
  if (!isRoot && source[position] === "`") {
    return scanned("templateEnd", position, "`", position + 1);
  }
  const { text, next } = scanText(source, position, isRoot);
  return scanned("text", position, text, next);
}

function nextInCode(source: string, from: number, mode: Mode): Scanned {
  const position = from + (match(whiteSpace, source, from)?.length ?? 0);
  const character = source[position];
  if (character === undefined) return scanned("end", position, "", position);
  if (character === "`") return scanned("templateStart", position, "`", position + 1);
  if (character === "}" && mode === "substitution") {
    return scanned("substitutionEnd", position, "}", position + 1);
  }
  if (character === '"' || character === "'") {
    const { text, next } = scanString(source, position);
    return scanned("string", position, text, next);
  }
  const text = match(lexeme, source, position);
  if (text === undefined) throw unexpected(source, position);
  if (nameStart.test(character))
    return scanned("identifier", position, text, position + text.length);
  if (numberStart.test(character)) return scanNumber(source, position, text);
  return scanned("punctuator", position, text, position + text.length);
}

function scanNumber(source: string, position: number, digits: string): Scanned {
  const next = position + digits.length;
  if (wordCharacter.test(source[next] ?? "")) {
    throw new ExpressionFailure("syntax", "This number is malformed.", position);
  }
  return scanned("number", position, digits, next);
}

function match(pattern: RegExp, source: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.test(source) ? source.slice(position, pattern.lastIndex) : undefined;
}

function unexpected(source: string, position: number): ExpressionFailure {
  const character = String.fromCodePoint(source.codePointAt(position) ?? 0);
  const hint = Object.hasOwn(hints, character) ? `: ${hints[character] ?? ""}` : "";
  const message = `The character ${character} has no meaning here${hint}.`;
  return new ExpressionFailure("syntax", message, position);
}
