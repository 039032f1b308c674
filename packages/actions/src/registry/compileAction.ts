import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Context } from "../context/Context.ts";
import type { Keybinding } from "../keybinding/Keybinding.ts";
import { parseKeybinding } from "../keybinding/parseKeybinding.ts";
import { toDisplayText } from "../text/toDisplayText.ts";
import { compileActionItem, compileIcon } from "./compileActionItem.ts";
import type { CompiledAction, EvaluatedAction } from "./CompiledAction.ts";
import { compileTarget } from "./compileTarget.ts";
import { createFieldParser, type ReportField } from "./createFieldParser.ts";
import type { ResolvedAction, ResolvedActionItem } from "./ResolvedAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/** What of an action is the same in every context. */
type ConstantPart = Pick<
  ResolvedAction,
  | "id"
  | "command"
  | "run"
  | "logArguments"
  | "allowOverlap"
  | "timeoutMs"
  | "keybindings"
  | "keywords"
>;

/**
 * Parses an action once, into something that is evaluated per context.
 *
 * @param report - Told of fields that cannot be parsed, now, or evaluated, later.
 */
export function compileAction(
  action: ApplicationAction,
  options: ResolveOptions,
  report: ReportField,
): CompiledAction {
  const fields = createFieldParser(report);
  const title = fields.text("title", action.title);
  const disabledTitle = fields.text("disabledTitle", action.disabledTitle);
  const category = fields.text("category", action.category);
  const description = fields.text("description", action.description, { multiline: true });
  const icon = compileIcon("iconURL", action.iconURL, fields, options, report);
  const item = compileActionItem(action.actionItem, fields, options, report);
  const target = compileTarget(action, fields, options, report);
  const constant = toConstantPart(action, report);

  function evaluate(context: Context): EvaluatedAction {
    const { problem, ...runs } = target(context);
    const form = item(context);
    const shown = {
      title: title(context),
      category: category(context),
      description: description(context),
      icon: icon(context),
    };
    const name = shown.title || nameOf(form) || shown.description || nameless(action, report);
    const resolved: ResolvedAction = {
      ...constant,
      ...runs,
      title: name,
      ...(shown.category !== "" && { category: shown.category }),
      ...(shown.description !== "" && { description: shown.description }),
      ...(shown.icon && { icon: shown.icon }),
      ...(form && { item: nameItem(form, name) }),
      disabled: problem !== undefined,
      ...(problem !== undefined && { disabledReason: problem }),
    };
    return { action: Object.freeze(resolved), disabledTitle: disabledTitle(context) };
  }

  const { references, readsWholeContext } = fields;
  const { id, keybindings } = constant;
  return { id, keybindings, references, readsWholeContext, evaluate };
}

function toConstantPart(action: ApplicationAction, report: ReportField): ConstantPart {
  return {
    id: action.id,
    ...(action.command !== undefined && action.command !== "" && { command: action.command }),
    ...(action.run && { run: action.run }),
    ...(action.logArguments && { logArguments: action.logArguments }),
    allowOverlap: action.allowOverlap ?? false,
    ...(action.timeoutMs !== undefined && { timeoutMs: action.timeoutMs }),
    keybindings: parseKeybindings(action.keybindings ?? [], report),
    keywords: Object.freeze((action.keywords ?? []).map((keyword) => toDisplayText(keyword))),
  };
}

function parseKeybindings(sources: readonly string[], report: ReportField): readonly Keybinding[] {
  const keybindings: Keybinding[] = [];
  for (const [index, source] of sources.entries()) {
    const parsed = parseKeybinding(source);
    if (parsed.ok) keybindings.push(parsed.value);
    else report("invalid-keybinding", `keybindings[${index}]`, parsed.error.message);
  }
  return Object.freeze(keybindings);
}

/** Something has to be announced and clicked on. */
function nameless(action: ApplicationAction, report: ReportField): string {
  report("no-name", "title", "It has no title, so its ID is shown.", "warning");
  return action.id;
}

type UnnamedItem = Omit<ResolvedActionItem, "name">;

function nameOf(form: UnnamedItem | undefined): string | undefined {
  return form?.label ?? form?.iconDescription ?? form?.description;
}

function nameItem(form: UnnamedItem, title: string): ResolvedActionItem {
  return Object.freeze({ ...form, name: nameOf(form) ?? title });
}
