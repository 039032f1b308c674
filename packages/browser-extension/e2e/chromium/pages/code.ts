import { indexedLines } from "../../instance/codeIndex.ts";

/** The ID of the commit that pages show. */
export const commit = "1234567890abcdef1234567890abcdef12345678";

/** The ID of its parent. */
export const parent = "fedcba0987654321fedcba0987654321fedcba09";

/** The lines of the file as HTML: each word in an element of its own, as highlighted code is. */
export const codeLines = indexedLines.map((line) =>
  line
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/\/\*.*\*\/|[A-Za-z]+/gu, (word) => `<span class="${kindOf(word)}">${word}</span>`),
);

function kindOf(word: string): string {
  if (word.startsWith("/*")) return "c";
  return /^(?:export|function|return|const|as|number)$/u.test(word) ? "k" : "n";
}

/** A page of HTML, with the colours of code in light and in dark. */
export function toPage(head: string, styles: string, body: string, attributes = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<style>
    * { box-sizing: border-box }
    body { margin: 0; color-scheme: light dark; background: light-dark(#fff, var(--dark, #0d1117)); color: light-dark(#1f2328, #e6e9ee) }
    .k { color: light-dark(#cf222e, #ff7b72) } .c { color: light-dark(#59636e, #9198a1) } .n { color: light-dark(#0550ae, #79c0ff) }
    ${styles}</style></head><body ${attributes}>${body}</body></html>`;
}
