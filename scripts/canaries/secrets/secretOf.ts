/**
 * The secret that is planted at one source: three words that occur nowhere else, always the same for
 * the same source, so that a hit names where it came from.
 *
 * @param separator - What stands between the words where a space cannot.
 */
export function secretOf(source: string, separator = " "): string {
  return [1, 2, 3].map((part) => word(`${part} ${source}`)).join(separator);
}

/** A word of a secret: six letters and digits, made of a 32-bit hash (FNV-1a, mixed once more). */
function word(seed: string): string {
  let hash = 0x811c9dc5;
  for (const character of seed) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0).toString(36).padStart(6, "z").slice(-6);
}
