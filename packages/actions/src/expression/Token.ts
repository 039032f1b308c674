/** What kinds of tokens there are. `text` is the literal text of a template. */
export type TokenKind =
  | "identifier"
  | "number"
  | "string"
  | "punctuator"
  | "text"
  | "templateStart"
  | "templateEnd"
  | "substitutionStart"
  | "substitutionEnd"
  | "end";

/** One token of an expression or template. */
export interface Token {
  readonly kind: TokenKind;
  /** Where it begins in the source, in UTF-16 code units from 0. */
  readonly position: number;
  /** As written; of a string or text, what it stands for. */
  readonly text: string;
}
