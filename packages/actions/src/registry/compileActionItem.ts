import type { ActionItemContribution } from "../action/ActionContribution.ts";
import type { Context } from "../context/Context.ts";
import { checkIcon } from "../icon/checkIcon.ts";
import type { Icon } from "../icon/Icon.ts";
import type { FieldParser, ReportField } from "./createFieldParser.ts";
import type { ResolvedActionItem } from "./ResolvedAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/** An icon, evaluated in a context. */
export type IconField = (context: Context) => Icon | undefined;

/** Parses an icon; where it may not be shown there is none. */
export function compileIcon(
  path: string,
  source: string | undefined,
  fields: FieldParser,
  options: ResolveOptions,
  report: ReportField,
): IconField {
  if (source === undefined) return () => undefined;
  const evaluate = fields.template(path, source);
  let latest: { readonly raw: string; readonly icon: Icon | undefined } | undefined;
  return (context) => {
    const result = evaluate(context);
    const raw = result.ok ? result.value : "";
    if (raw === "") return undefined;
    if (latest?.raw === raw) return latest.icon;
    const checked = checkIcon(raw, { origins: options.iconOrigins ?? [] });
    if (!checked.ok) report("invalid-icon", path, checked.error.message, "warning");
    latest = { raw, icon: checked.ok ? Object.freeze(checked.value) : undefined };
    return latest.icon;
  };
}

/** Parses the toolbar form of an action, all but its name, which may need the action's title. */
export function compileActionItem(
  item: ActionItemContribution | undefined,
  fields: FieldParser,
  options: ResolveOptions,
  report: ReportField,
): (context: Context) => Omit<ResolvedActionItem, "name"> | undefined {
  if (item === undefined) return () => undefined;
  const label = fields.text("actionItem.label", item.label);
  const description = fields.text("actionItem.description", item.description, { multiline: true });
  const icon = compileIcon("actionItem.iconURL", item.iconURL, fields, options, report);
  const iconDescription = fields.text("actionItem.iconDescription", item.iconDescription);
  const pressed = fields.condition("actionItem.pressed", item.pressed);
  return (context) => {
    const shown = {
      label: label(context),
      description: description(context),
      icon: icon(context),
      iconDescription: iconDescription(context),
    };
    return {
      ...(shown.label !== "" && { label: shown.label }),
      ...(shown.description !== "" && { description: shown.description }),
      ...(shown.icon && { icon: shown.icon }),
      ...(shown.iconDescription !== "" && { iconDescription: shown.iconDescription }),
      ...(pressed && { pressed: pressed(context) }),
    };
  };
}
