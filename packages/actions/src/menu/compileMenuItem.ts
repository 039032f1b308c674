import type { MenuItemContribution } from "../action/Contributions.ts";
import { mergeDependencies } from "../dependents/Dependencies.ts";
import { constantField } from "../field/Field.ts";
import { createFieldParser, type ReportField } from "../field/createFieldParser.ts";
import type { ParseExpression } from "../field/createExpressionParser.ts";
import type { CompiledMenuItem, MenuItemState } from "./CompiledMenuItem.ts";

const enabled: MenuItemState = { active: true, blocked: false };
const blocked: MenuItemState = { active: true, blocked: true };
const inactive: MenuItemState = { active: false, blocked: false };
const alwaysEnabled = constantField(enabled);

/**
 * Parses a menu item once, into something that is evaluated per context.
 *
 * @param key - Unique in the registry.
 * @param report - Told of expressions that cannot be parsed, now, or evaluated, later.
 */
export function compileMenuItem(
  key: string,
  contribution: MenuItemContribution,
  parse: ParseExpression,
  report: ReportField,
): CompiledMenuItem {
  const { when: whenSource, disabledWhen: disabledSource } = contribution;
  if (whenSource === undefined && disabledSource === undefined) {
    return { key, contribution, ...alwaysEnabled, constant: undefined };
  }
  const fields = createFieldParser(parse, report);
  const when = fields.condition("when", whenSource);
  const disabledWhen = fields.condition("disabledWhen", disabledSource);
  const conditions = [when, disabledWhen].filter((condition) => condition !== undefined);
  const { references, readsWholeContext } = mergeDependencies(conditions);
  return {
    key,
    contribution,
    references,
    readsWholeContext,
    constant: undefined,
    evaluate(context) {
      if (when !== undefined && !when.evaluate(context)) return inactive;
      return disabledWhen !== undefined && disabledWhen.evaluate(context) ? blocked : enabled;
    },
  };
}
