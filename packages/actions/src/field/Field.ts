import type { Context } from "../context/Context.ts";
import { type Dependencies, noDependencies } from "../dependents/Dependencies.ts";

/** Something parsed, to be evaluated in a context, that says what it depends on. */
export interface Field<Value> extends Dependencies {
  readonly evaluate: (context: Context) => Value;
}

/** A field that is the same in every context. */
export function constantField<Value>(value: Value): Field<Value> {
  return { ...noDependencies, evaluate: () => value };
}
