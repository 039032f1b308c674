import type { Context } from "../context/Context.ts";
import { isDeepEqual } from "../context/isDeepEqual.ts";
import { type ContextChange, findChange } from "../dependents/ContextChange.ts";
import { findAffected } from "../dependents/indexDependents.ts";
import type {
  ActionFields,
  ActionValues,
  CompiledAction,
  EvaluatedAction,
} from "./CompiledAction.ts";
import type { Writable } from "./Writable.ts";

/** An action as one store sees it; the same object while it says the same. */
export type ActionView = (context: Context, change?: ContextChange) => EvaluatedAction;

/**
 * Makes the view of an action, which evaluates only the fields that a change can have affected. It is told of the
 * change by whoever knows it already.
 */
export function createActionView(action: CompiledAction): ActionView {
  const { fields, dependents } = action;
  let latest: Context | undefined;
  let values: Writable<ActionValues>;
  let evaluated: EvaluatedAction;

  return (context, known) => {
    if (latest === undefined) {
      values = evaluateFields(fields, context);
      evaluated = action.assemble(values);
    } else if (latest !== context) {
      const change =
        known?.before === latest ? known : findChange(latest, context, dependents.byKey.keys());
      let isSame = true;
      for (const name of findAffected(dependents, change)) {
        isSame = refresh(fields, values, name, context) && isSame;
      }
      if (!isSame) evaluated = action.assemble(values);
    }
    latest = context;
    return evaluated;
  };
}

/** What an action says that is the same in every context: one object for all stores. */
export function evaluateConstant(action: CompiledAction): EvaluatedAction {
  action.constant ??= action.assemble(evaluateFields(action.fields, {}));
  return action.constant;
}

/** Evaluates all fields of an action. */
export function evaluateFields(fields: ActionFields, context: Context): ActionValues {
  return {
    title: fields.title.evaluate(context),
    disabledTitle: fields.disabledTitle.evaluate(context),
    category: fields.category.evaluate(context),
    description: fields.description.evaluate(context),
    icon: fields.icon.evaluate(context),
    item: fields.item.evaluate(context),
    target: fields.target.evaluate(context),
  };
}

/** Evaluates one field again; returns whether its value is still the same. */
function refresh<Name extends keyof ActionValues>(
  fields: ActionFields,
  values: Writable<ActionValues>,
  name: Name,
  context: Context,
): boolean {
  const value: ActionValues[Name] = fields[name].evaluate(context);
  if (isDeepEqual(values[name], value)) return true;
  values[name] = value;
  return false;
}
