import type { RandomBytes } from "../platform/systemRandom.ts";
import { toHex } from "./toHex.ts";

/**
 * Makes an anonymous ID: a UUID of version 4, random alone, so that it can be derived from nothing
 * and leads back to nobody.
 */
export function createAnonymousId(random: RandomBytes): string {
  const hex = toHex(random(16));
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
