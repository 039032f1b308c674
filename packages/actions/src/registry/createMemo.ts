import type { Context } from "../context/Context.ts";
import type { References } from "../expression/References.ts";

/** What a value depends on. */
export type Dependencies = Pick<References, "references" | "readsWholeContext">;

/**
 * Remembers what a function of the context returned, and calls it again only when a key that it
 * reads has changed.
 *
 * @param isSame - Whether a new result says the same as the old one, which is then returned again.
 */
export function createMemo<Value>(
  dependencies: Dependencies,
  evaluate: (context: Context) => Value,
  isSame: (left: Value, right: Value) => boolean = Object.is,
): (context: Context) => Value {
  const keys = [...dependencies.references];
  const { readsWholeContext } = dependencies;
  let latest: { context: Context; value: Value } | undefined;

  /** Values keep their identity from one snapshot of a store to the next while they are equal. */
  function isCurrent(before: Context, now: Context): boolean {
    if (before === now) return true;
    if (readsWholeContext) return false;
    for (const key of keys) {
      if (!Object.is(before[key], now[key])) return false;
    }
    return true;
  }

  return (context) => {
    if (latest === undefined) latest = { context, value: evaluate(context) };
    else if (!isCurrent(latest.context, context)) {
      const value = evaluate(context);
      if (!isSame(latest.value, value)) latest.value = value;
    }
    latest.context = context;
    return latest.value;
  };
}
