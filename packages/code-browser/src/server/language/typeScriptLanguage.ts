const languages: ReadonlyMap<string, string> = new Map([
  ["ts", "typescript"],
  ["mts", "typescript"],
  ["cts", "typescript"],
  ["tsx", "typescriptreact"],
  ["js", "javascript"],
  ["mjs", "javascript"],
  ["cjs", "javascript"],
  ["jsx", "javascriptreact"],
]);

/** The language server's name for a file's language, by the file's name; `undefined` when it does not know it. */
export function typeScriptLanguage(path: string): string | undefined {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? undefined : languages.get(path.slice(dot + 1).toLowerCase());
}
