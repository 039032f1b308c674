/** A text and how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly lineEnding: "LF" | "CRLF" | "mixed";
}

const sniffedBytes = 8000;

/**
 * Reads bytes as text: by the byte order mark if there is one, otherwise as UTF-8, otherwise as windows-1252, which
 * reads anything. Bytes with a NUL among the first 8,000 and no mark are no text (Git's own rule): `undefined`.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) {
    return decoded(new TextDecoder(marked).decode(bytes), `${marked.toUpperCase()} with BOM`);
  }
  if (bytes.subarray(0, sniffedBytes).includes(0)) {
    return undefined;
  }
  try {
    return decoded(new TextDecoder("utf-8", { fatal: true }).decode(bytes), "UTF-8");
  } catch {
    return decoded(new TextDecoder("windows-1252").decode(bytes), "windows-1252");
  }
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return "utf-8";
  }
  if (first === 0xff && second === 0xfe) {
    return "utf-16le";
  }
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function decoded(raw: string, encoding: string): DecodedText {
  const text = raw.replaceAll("\r\n", "\n");
  const windowsLines = raw.length - text.length;
  if (windowsLines === 0) {
    return { text, encoding, lineEnding: "LF" };
  }
  const lines = text.split("\n").length - 1;
  return { text, encoding, lineEnding: windowsLines === lines ? "CRLF" : "mixed" };
}
