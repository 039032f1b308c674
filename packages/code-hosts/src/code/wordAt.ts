const before = /[\p{L}\p{N}_$]*$/u;
const after = /^[\p{L}\p{N}_$]*/u;
const reach = 200;

/** The word that contains a character of a text, or begins there; `undefined` where there is none. */
export function wordAt(
  text: string,
  index: number,
): { readonly start: number; readonly text: string } | undefined {
  const head = before.exec(text.slice(Math.max(0, index - reach), index))?.[0] ?? "";
  const tail = after.exec(text.slice(index, index + reach))?.[0] ?? "";
  if (tail === "" || /^\d/u.test(head + tail)) return undefined;
  return { start: index - head.length, text: head + tail };
}
