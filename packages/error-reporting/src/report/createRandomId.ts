/** Makes 32 random hexadecimal digits. */
export function createRandomId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
