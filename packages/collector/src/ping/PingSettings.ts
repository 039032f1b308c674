/** What of the ping is up to the administrator. */
export interface PingSettings {
  /** Where pings go, https. Absent: nowhere. */
  readonly url?: string | undefined;
  /** How many distinct users a number must stand for; at least 5. @default 11 */
  readonly floor?: number;
  /** IDs of actions that may be named besides the builtin ones. @default none */
  readonly publicActions?: readonly string[];
}

/** The floor unless another is chosen. */
export const defaultFloor = 11;

/** The lowest floor that can be chosen. */
export const leastFloor = 5;

/** Whether pings may go to an address: https, without a user name. */
export function isPingURL(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === "https:" && username === "" && password === "";
}
