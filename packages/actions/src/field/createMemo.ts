import type { Context } from "../context/Context.ts";
import type { Dependencies } from "../dependents/Dependencies.ts";

/** Remembers what a function of the context returned, and calls it again only when a key that it reads has changed. */
export function createMemo<Value>(
  dependencies: Dependencies,
  evaluate: (context: Context) => Value,
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
    else if (!isCurrent(latest.context, context)) latest.value = evaluate(context);
    latest.context = context;
    return latest.value;
  };
}
