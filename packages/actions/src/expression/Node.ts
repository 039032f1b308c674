/** The operators that take one operand. */
export type UnaryOperator = "!" | "-" | "+";

/** The functions that an expression can call. */
export type FunctionName = "get" | "json" | "sub";

/** The parsed form of an expression. */
export type Node =
  | {
      readonly kind: "literal";
      readonly value: string | number | boolean | null | undefined;
      readonly position: number;
    }
  | { readonly kind: "context"; readonly position: number }
  | { readonly kind: "key"; readonly key: string; readonly position: number }
  | {
      readonly kind: "unary";
      readonly operator: UnaryOperator;
      readonly operand: Node;
      readonly position: number;
    }
  | ChainNode
  | CallNode
  | TemplateNode;

/** Operations one after another, such as `a + b + c`; a list, because there can be thousands. */
export interface ChainNode {
  readonly kind: "chain";
  readonly first: Node;
  readonly operations: readonly Operation[];
  /** Of the first operator. */
  readonly position: number;
}

/** An operator and its right operand; the left one is what comes before it in its chain. */
export interface Operation {
  readonly operator: string;
  readonly right: Node;
  /** Of the operator. */
  readonly position: number;
}

/** A call of a function, with as many arguments as it takes. */
export interface CallNode {
  readonly kind: "call";
  readonly name: FunctionName;
  readonly arguments: readonly Node[];
  readonly position: number;
}

/** Texts, and what is put between them. */
export interface TemplateNode {
  readonly kind: "template";
  readonly parts: readonly (string | Node)[];
  readonly position: number;
}
