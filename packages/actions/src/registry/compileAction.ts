import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Keybinding } from "../keybinding/Keybinding.ts";
import { isReservedKeybinding } from "../keybinding/isReservedKeybinding.ts";
import { parseKeybinding } from "../keybinding/parseKeybinding.ts";
import { toDisplayText } from "../text/toDisplayText.ts";
import { mergeDependencies } from "../dependents/Dependencies.ts";
import { indexDependents } from "../dependents/indexDependents.ts";
import { compileIcon } from "../field/compileIcon.ts";
import { createFieldParser, type ReportField } from "../field/createFieldParser.ts";
import type { ParseExpression } from "../field/createExpressionParser.ts";
import { constantField } from "../field/Field.ts";
import { compileActionItem } from "./compileActionItem.ts";
import type {
  ActionFields,
  ActionValues,
  CompiledAction,
  EvaluatedAction,
} from "./CompiledAction.ts";
import { compileTarget, type Target } from "./compileTarget.ts";
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
  parse: ParseExpression,
  report: ReportField,
): CompiledAction {
  const fields = compileFields(action, options, parse, report);
  const keybindings = parseKeybindings(action.keybindings ?? [], options, report);
  const start = toStart(action, keybindings);

  function assemble(values: ActionValues): EvaluatedAction {
    const { category, description, icon, item, target, disabledTitle } = values;
    const title = values.title || item?.name || description || nameless(action, report);
    const resolved = start(title, target);
    if (category !== "") resolved.category = category;
    if (description !== "") resolved.description = description;
    if (icon !== undefined) resolved.icon = icon;
    if (item !== undefined) resolved.item = withName(item, title);
    return { action: Object.freeze(resolved), disabledTitle };
  }

  const { references, readsWholeContext } = mergeDependencies(Object.values(fields));
  const isSame = references.size === 0 && !readsWholeContext;
  return {
    id: action.id,
    keybindings,
    references,
    readsWholeContext,
    fields,
    dependents: isSame ? noDependents : indexFields(fields),
    assemble,
    constant: undefined,
  };
}

const noDependents: CompiledAction["dependents"] = indexDependents([]);

function indexFields(fields: ActionFields): CompiledAction["dependents"] {
  const names = Object.keys(fields) as (keyof ActionFields)[];
  return indexDependents(names.map((name) => [name, fields[name]] as const));
}

const noItem = constantField(undefined);

function compileFields(
  action: ApplicationAction,
  options: CompileOptions,
  parse: ParseExpression,
  report: ReportField,
): ActionFields {
  const fields = createFieldParser(parse, report);
  const { actionItem } = action;
  return {
    title: fields.text("title", action.title),
    disabledTitle: fields.text("disabledTitle", action.disabledTitle),
    category: fields.text("category", action.category),
    description: fields.text("description", action.description, { multiline: true }),
    icon: compileIcon("iconURL", action.iconURL, fields, options, report),
    item: actionItem === undefined ? noItem : compileActionItem(actionItem, options, parse, report),
    target: compileTarget(action, options, parse, report),
  };
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
