import { mergeOnto } from "./mergeOnto.ts";

const none: ReadonlySet<string> = new Set();

/**
 * Puts a person's props over a component's own. Of two handlers of one name both are called, the
 * person's first, and the component's sees whether the default was prevented.
 */
export function mergeProps<Own extends object, Theirs extends object>(
  own: Own,
  theirs: Theirs,
): Own & Theirs {
  const merged = { ...own } as Record<string, unknown>;
  mergeOnto(merged, theirs, none);
  return merged as Own & Theirs;
}
