import { ExpressionFailure } from "./ExpressionFailure.ts";
import { expressionLimits } from "./expressionLimits.ts";
import type { Token, TokenKind } from "./Token.ts";

/** How tokens are called in messages. */
const names: Readonly<Record<TokenKind, string>> = {
  identifier: "name",
  number: "number",
  string: "string",
  punctuator: "sign",
  text: "text",
  templateStart: "template",
  templateEnd: "end of the template",
  substitutionStart: "substitution",
  substitutionEnd: "} of the substitution",
  end: "end",
};

/** Walks along tokens, and counts how deeply what is being read is nested. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#end = tokens.at(-1) ?? { kind: "end", position: 0, text: "" };
  }

  /** The token that comes next. */
  peek(): Token {
    return this.#tokens[this.#index] ?? this.#end;
  }

  /** Steps over the next token and returns it. */
  take(): Token {
    const token = this.peek();
    this.#index += 1;
    return token;
  }

  /** Whether the next token is this sign. */
  isAt(sign: string): boolean {
    return this.peek().kind === "punctuator" && this.peek().text === sign;
  }

  /** Steps over this sign, or fails. */
  expectSign(sign: string, purpose: string): void {
    if (!this.isAt(sign)) throw this.unexpected(`${sign} ${purpose}`);
    this.take();
  }

  /** Steps over a token of this kind, or fails. */
  expect(kind: TokenKind): void {
    if (this.peek().kind !== kind) throw this.unexpected(`the ${names[kind]}`);
    this.take();
  }

  /** The failure that says what stands here in place of what was wanted. */
  unexpected(wanted: string): ExpressionFailure {
    const { kind, position, text } = this.peek();
    const quoted = kind === "punctuator" ? `${names[kind]} ${text}` : names[kind];
    const message = `Expected ${wanted}, but here is the ${quoted}.`;
    return new ExpressionFailure("syntax", message, position);
  }

  /** Calls `read` one level deeper, or fails where that is too deep. */
  nested<T>(read: () => T): T {
    if (this.#depth >= expressionLimits.depth) {
      const message = `This is nested more than ${expressionLimits.depth} levels deep.`;
      throw new ExpressionFailure("too-deep", message, this.peek().position);
    }
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }
}
