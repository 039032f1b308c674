import type { ActionItemContribution } from "../action/ActionContribution.ts";
import type { Context } from "../context/Context.ts";
import { mergeDependencies } from "../dependents/Dependencies.ts";
import { compileIcon } from "../field/compileIcon.ts";
import { createFieldParser, type ReportField } from "../field/createFieldParser.ts";
import type { ParseExpression } from "../field/createExpressionParser.ts";
import type { Field } from "../field/Field.ts";
import type { ResolvedActionItem } from "./ResolvedAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";
import type { Writable } from "./Writable.ts";

/** Parses the toolbar form of an action. Its name is empty where it says nothing: the title of the action has to stand in. */
export function compileActionItem(
  item: ActionItemContribution,
  options: ResolveOptions,
  parse: ParseExpression,
  report: ReportField,
): Field<ResolvedActionItem> {
  const fields = createFieldParser(parse, report);
  const label = fields.text("actionItem.label", item.label);
  const description = fields.text("actionItem.description", item.description, { multiline: true });
  const icon = compileIcon("actionItem.iconURL", item.iconURL, fields, options, report);
  const iconDescription = fields.text("actionItem.iconDescription", item.iconDescription);
  const pressed = fields.condition("actionItem.pressed", item.pressed);

  function evaluate(context: Context): ResolvedActionItem {
    const labelText = label.evaluate(context);
    const descriptionText = description.evaluate(context);
    const iconText = iconDescription.evaluate(context);
    const image = icon.evaluate(context);
    const resolved: Writable<ResolvedActionItem> = {
      name: labelText || iconText || descriptionText,
    };
    if (labelText !== "") resolved.label = labelText;
    if (descriptionText !== "") resolved.description = descriptionText;
    if (image !== undefined) resolved.icon = image;
    if (iconText !== "") resolved.iconDescription = iconText;
    if (pressed !== undefined) resolved.pressed = pressed.evaluate(context);
    return Object.freeze(resolved);
  }

  const parts = [label, description, icon, iconDescription, ...(pressed ? [pressed] : [])];
  const { references, readsWholeContext } = mergeDependencies(parts);
  return { references, readsWholeContext, evaluate };
}
