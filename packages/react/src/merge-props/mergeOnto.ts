import { chainHandlers, type Handler } from "./chainHandlers.ts";

/**
 * Puts a person's props onto a component's own, which it changes. Of two handlers of one name both are
 * called, the person's first, and the component's sees whether the default was prevented.
 *
 * @param except - The names to leave alone.
 */
export function mergeOnto(
  own: Record<string, unknown>,
  theirs: object,
  except: ReadonlySet<string>,
): void {
  for (const name in theirs) {
    if (except.has(name)) continue;
    const before = own[name];
    const value: unknown = theirs[name as keyof typeof theirs];
    own[name] =
      typeof value === "function" && typeof before === "function" && name.startsWith("on")
        ? chainHandlers(value as Handler, before as Handler)
        : value;
  }
}
