import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Context } from "../context/Context.ts";
import type { Keybinding } from "../keybinding/Keybinding.ts";
import { isReservedKeybinding } from "../keybinding/isReservedKeybinding.ts";
import { parseKeybinding } from "../keybinding/parseKeybinding.ts";
import { toDisplayText } from "../text/toDisplayText.ts";
import { compileActionItem } from "./compileActionItem.ts";
import type { CompiledAction, EvaluatedAction } from "./CompiledAction.ts";
import { compileIcon } from "./compileIcon.ts";
import { compileTarget, type Target } from "./compileTarget.ts";
import { createFieldParser, type ReportField } from "./createFieldParser.ts";
import type { Parser } from "./createParser.ts";
import type { ResolvedAction, ResolvedActionItem } from "./ResolvedAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";
import type { Writable } from "./Writable.ts";

/** What actions are compiled by. */
export interface CompileOptions extends ResolveOptions {
  /** Whether it is an extension's, which may not take every key. @default false */
  readonly isExtension?: boolean;
}

const reserved = "An extension cannot take a key that people move or type with. Add a modifier.";

/**
 * Parses an action once, into something that is evaluated per context.
 *
 * @param report - Told of fields that cannot be parsed, now, or evaluated, later.
 */
export function compileAction(
  action: ApplicationAction,
  options: CompileOptions,
  parser: Parser,
  report: ReportField,
): CompiledAction {
  const fields = createFieldParser(parser, report);
  const title = fields.text("title", action.title);
  const disabledTitle = fields.text("disabledTitle", action.disabledTitle);
  const category = fields.text("category", action.category);
  const description = fields.text("description", action.description, { multiline: true });
  const icon = compileIcon("iconURL", action.iconURL, fields, options, report);
  const item = action.actionItem && compileActionItem(action.actionItem, options, parser, report);
  if (item !== undefined) fields.note(item);
  const target = compileTarget(action, options, parser, report);
  fields.note(target);
  const keybindings = parseKeybindings(action.keybindings ?? [], options, report);
  const start = toStart(action, keybindings);

  function evaluate(context: Context): EvaluatedAction {
    const form = item?.evaluate(context);
    const shown = { category: category(context), description: description(context) };
    const name = title(context) || form?.name || shown.description || nameless(action, report);
    const resolved = start(name, target.evaluate(context));
    const image = icon(context);
    if (shown.category !== "") resolved.category = shown.category;
    if (shown.description !== "") resolved.description = shown.description;
    if (image !== undefined) resolved.icon = image;
    if (form !== undefined) resolved.item = withName(form, name);
    return { action: Object.freeze(resolved), disabledTitle: disabledTitle(context) };
  }

  const { references, readsWholeContext } = fields;
  return { id: action.id, keybindings, references, readsWholeContext, evaluate };
}

/**
 * Prepares what is the same in every context. The properties are set one by one, always in the same
 * order, because an object made by spreading others is many times slower to make.
 */
function toStart(
  {
    id,
    command,
    run,
    logArguments,
    allowOverlap = false,
    timeoutMs,
    keywords = [],
  }: ApplicationAction,
  keybindings: readonly Keybinding[],
): (title: string, target: Target) => Writable<ResolvedAction> {
  const shownKeywords = Object.freeze(keywords.map((keyword) => toDisplayText(keyword)));
  return (title, target) => {
    const resolved: Writable<ResolvedAction> = {
      id,
      title,
      kind: target.kind,
      arguments: target.arguments,
      allowOverlap,
      keybindings,
      keywords: shownKeywords,
      disabled: target.disabled,
    };
    if (target.disabledReason !== undefined) resolved.disabledReason = target.disabledReason;
    if (target.link !== undefined) resolved.link = target.link;
    if (command !== undefined && command !== "") resolved.command = command;
    if (run !== undefined) resolved.run = run;
    if (logArguments !== undefined) resolved.logArguments = logArguments;
    if (timeoutMs !== undefined) resolved.timeoutMs = timeoutMs;
    return resolved;
  };
}

function parseKeybindings(
  sources: readonly string[],
  options: CompileOptions,
  report: ReportField,
): readonly Keybinding[] {
  const keybindings: Keybinding[] = [];
  for (const [index, source] of sources.entries()) {
    const parsed = parseKeybinding(source);
    const isRefused =
      parsed.ok && options.isExtension === true && isReservedKeybinding(parsed.value);
    if (parsed.ok && !isRefused) keybindings.push(parsed.value);
    else {
      const message = parsed.ok ? reserved : parsed.error.message;
      report("invalid-keybinding", `keybindings[${index}]`, message);
    }
  }
  return Object.freeze(keybindings);
}

/** Something has to be announced and clicked on. */
function nameless(action: ApplicationAction, report: ReportField): string {
  report("no-name", "title", "It has no title, so its ID is shown.", "warning");
  return action.id;
}

function withName(form: ResolvedActionItem, title: string): ResolvedActionItem {
  return form.name === "" ? Object.freeze({ ...form, name: title }) : form;
}
