import type { ActionId } from "./ActionId.ts";

/**
 * The grammar of action IDs, event names, surfaces, sources and platforms: 1 to 128 letters,
 * digits, dots, underscores, slashes and hyphens, the first a letter or digit.
 */
export const actionIdPattern: RegExp = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/;

/** Whether a value is a well-formed action ID. */
export function isActionId(value: unknown): value is ActionId {
  return typeof value === "string" && actionIdPattern.test(value);
}
