/** The operators that take one operand. */
export type UnaryOperator = "!" | "-" | "+";

/** The functions that an expression can call. */
export type FunctionName = "get" | "json" | "sub";

/** The parsed form of an expression. Chains such as `a + b + c` lean to the left. */
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
  | BinaryNode
  | CallNode
  | { readonly kind: "template"; readonly parts: readonly Node[]; readonly position: number };

/** An operator between two operands. */
export interface BinaryNode {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Node;
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
