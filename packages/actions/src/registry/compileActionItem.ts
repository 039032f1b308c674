import type { ActionItemContribution } from "../action/ActionContribution.ts";
import type { Context } from "../context/Context.ts";
import { compileIcon } from "./compileIcon.ts";
import { createFieldParser, type ReportField } from "./createFieldParser.ts";
import { createMemo, type Dependencies } from "./createMemo.ts";
import type { Parser } from "./createParser.ts";
import type { ResolvedActionItem } from "./ResolvedAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";
import type { Writable } from "./Writable.ts";

/** The toolbar form of an action, parsed. */
export interface CompiledActionItem extends Dependencies {
  /** The name is empty where the form says nothing: the title of the action has to stand in. */
  readonly evaluate: (context: Context) => ResolvedActionItem;
}

/** Parses the toolbar form of an action. */
export function compileActionItem(
  item: ActionItemContribution,
  options: ResolveOptions,
  parser: Parser,
  report: ReportField,
): CompiledActionItem {
  const fields = createFieldParser(parser, report);
  const label = fields.text("actionItem.label", item.label);
  const description = fields.text("actionItem.description", item.description, { multiline: true });
  const icon = compileIcon("actionItem.iconURL", item.iconURL, fields, options, report);
  const iconDescription = fields.text("actionItem.iconDescription", item.iconDescription);
  const pressed = fields.condition("actionItem.pressed", item.pressed);

  function evaluate(context: Context): ResolvedActionItem {
    const labelText = label(context);
    const descriptionText = description(context);
    const iconText = iconDescription(context);
    const image = icon(context);
    const resolved: Writable<ResolvedActionItem> = {
      name: labelText || iconText || descriptionText,
    };
    if (labelText !== "") resolved.label = labelText;
    if (descriptionText !== "") resolved.description = descriptionText;
    if (image !== undefined) resolved.icon = image;
    if (iconText !== "") resolved.iconDescription = iconText;
    if (pressed !== undefined) resolved.pressed = pressed(context);
    return Object.freeze(resolved);
  }

  const { references, readsWholeContext } = fields;
  return { references, readsWholeContext, evaluate: createMemo(fields, evaluate) };
}
