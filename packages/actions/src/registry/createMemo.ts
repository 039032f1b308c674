import type { Context } from "../context/Context.ts";
import type { Dependencies } from "./createFieldParser.ts";

/**
 * Remembers what a function of the context returned, and calls it again only when a key that it
 * reads has changed. A new result that is deeply equal to the old one is replaced by the old one.
 */
export function createMemo<Value>(
  dependencies: Dependencies,
  evaluate: (context: Context) => Value,
  isSame: (left: Value, right: Value) => boolean,
): (context: Context) => Value {
  const keys = [...dependencies.references];
  let latest: { context: Context; value: Value } | undefined;

  /** Values keep their identity from one snapshot of a store to the next while they are equal. */
  function isCurrent(before: Context, now: Context): boolean {
    return (
      before === now ||
      (!dependencies.readsWholeContext && keys.every((key) => Object.is(before[key], now[key])))
    );
  }

  return (context) => {
    if (latest === undefined) latest = { context, value: evaluate(context) };
    else if (isCurrent(latest.context, context)) latest.context = context;
    else {
      const value = evaluate(context);
      latest = { context, value: isSame(latest.value, value) ? latest.value : value };
    }
    return latest.value;
  };
}
