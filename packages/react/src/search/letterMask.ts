/**
 * Which letters a folded text has, a bit each; other characters share a few. Where a bit of one text
 * is missing in another, a letter certainly is.
 */
export function letterMask(text: string): number {
  let mask = 0;
  for (let index = 0; index < text.length; index += 1) mask |= letterBit(text.charCodeAt(index));
  return mask;
}

/** The bit of one code unit. */
export function letterBit(code: number): number {
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  if (code >= 48 && code <= 57) return 1 << 26;
  return 1 << (27 + (code % 5));
}

/** Whether at most one of the letters is missing. */
export function missesOneLetter(letters: number, mask: number): boolean {
  const missing = letters & ~mask;
  return (missing & (missing - 1)) === 0;
}
