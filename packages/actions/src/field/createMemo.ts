import type { Context } from "../context/Context.ts";
import { canDiffer } from "../dependents/ContextChange.ts";
import type { Dependencies } from "../dependents/Dependencies.ts";

/** Remembers what a function of the context returned, and calls it again only when a key that it reads has changed. */
export function createMemo<Value>(
  dependencies: Dependencies,
  evaluate: (context: Context) => Value,
): (context: Context) => Value {
  let latest: { context: Context; value: Value } | undefined;

  return (context) => {
    if (latest === undefined) latest = { context, value: evaluate(context) };
    else if (canDiffer(dependencies, latest.context, context)) latest.value = evaluate(context);
    latest.context = context;
    return latest.value;
  };
}
