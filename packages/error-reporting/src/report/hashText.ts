const prime = 0x0100_0193;
const offsets = [0x811c_9dc5, 0x0135_0f4d, 0x5bd1_e995, 0xc2b2_ae35];

/**
 * The FNV-1a hash of a text, 32 bits for each of up to four starting values, as lower-case hexadecimal digits. It
 * tells texts apart and hides nothing.
 *
 * @param words - How many times 32 bits, 1 to 4.
 */
export function hashText(text: string, words: 1 | 2 | 4): string {
  return offsets
    .slice(0, words)
    .map((offset) => hashWord(text, offset))
    .join("");
}

function hashWord(text: string, offset: number): string {
  let hash = offset;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
