import type { ActionId } from "./ActionId.ts";

/**
 * The grammar of action IDs: 1 to 128 letters, digits, dots, underscores, slashes and hyphens, the
 * first a letter or digit.
 */
export const actionIdPattern: RegExp = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/;

/**
 * Whether a value is a well-formed action ID. Names of members of `Object.prototype` (`constructor`,
 * `toString`, …) fit the grammar and are refused all the same: a table keyed by ID, in whatever
 * program reads the events, would find the member in place of a count.
 */
export function isActionId(value: unknown): value is ActionId {
  return typeof value === "string" && actionIdPattern.test(value) && !(value in Object.prototype);
}
