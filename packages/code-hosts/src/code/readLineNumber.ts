/** The number of a line, from 1, that a page writes; `undefined` for anything else. */
export function readLineNumber(text: string | null | undefined): number | undefined {
  const digits = text?.trim() ?? "";
  return /^[1-9]\d{0,6}$/u.test(digits) ? Number(digits) : undefined;
}
