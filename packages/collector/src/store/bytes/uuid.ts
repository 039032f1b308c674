/** How many bytes a UUID has. */
export const uuidBytes = 16;

/** How many of them come first and are a time in UUIDs of version 7, in milliseconds since 1970. */
export const uuidTimeBytes = 6;

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The bytes of a UUID in lower case. */
export function uuidToBytes(uuid: string): Uint8Array {
  const bytes = new Uint8Array(uuidBytes);
  let index = 0;
  for (let position = 0; position < 36; position += 2) {
    if (position === 8 || position === 13 || position === 18 || position === 23) position += 1;
    bytes[index++] = byteAt(uuid, position);
  }
  return bytes;
}

/** The byte whose two digits begin at a place in the text of a UUID. */
export function byteAt(uuid: string, position: number): number {
  return digitOf(uuid.charCodeAt(position)) * 16 + digitOf(uuid.charCodeAt(position + 1));
}

/** The number that the first six bytes of a UUID are. */
export function uuidTimeOf(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}

/** The UUID that begins with a number of six bytes and ends with ten others. */
export function uuidOf(time: number, rest: Uint8Array): string {
  const front = time.toString(16).padStart(2 * uuidTimeBytes, "0");
  let back = "";
  for (const byte of rest) back += hexOf[byte];
  return `${front.slice(0, 8)}-${front.slice(8)}-${back.slice(0, 4)}-${back.slice(4, 8)}-${back.slice(8)}`;
}

function digitOf(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}
