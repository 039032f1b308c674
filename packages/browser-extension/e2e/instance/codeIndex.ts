/** A range on one line, counted from 0. */
export interface Span {
  readonly line: number;
  readonly character: number;
  readonly end: number;
}

/** What is known of one word, wherever it stands. */
export interface IndexedWord {
  /** Where it stands: the definition first. */
  readonly spans: readonly Span[];
  readonly markdown: string;
}

/** The file that every page of the tests shows. */
export const indexedPath = "src/sum.ts";

/** Its lines. */
export const indexedLines = [
  "/** Adds two numbers. */",
  "export function sum(first: number, second: number): number {",
  "\treturn first + second;",
  "}",
  "",
  "const total = sum(1, 2);",
  "export { total as broken, missing };",
] as const;

/** What was recorded of it: its words by where they stand. */
export const codeIndex: readonly IndexedWord[] = [
  {
    spans: [
      { line: 1, character: 16, end: 19 },
      { line: 5, character: 14, end: 17 },
    ],
    markdown:
      "```typescript\nfunction sum(first: number, second: number): number\n```\n\nAdds **two numbers**, and returns what they make. See [the handbook](https://docs.example.com/sum).",
  },
  {
    spans: [
      { line: 5, character: 6, end: 11 },
      { line: 6, character: 9, end: 14 },
    ],
    markdown: "```typescript\nconst total: number\n```",
  },
];

/** The word at which the instance answers with an error. */
export const brokenWord: Span = { line: 6, character: 18, end: 24 };
