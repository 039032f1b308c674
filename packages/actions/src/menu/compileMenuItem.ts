import type { MenuItemContribution } from "../action/Contributions.ts";
import { mergeDependencies } from "../dependents/Dependencies.ts";
import { createFieldParser, type ReportField } from "../field/createFieldParser.ts";
import type { ParseExpression } from "../field/createExpressionParser.ts";
import type { CompiledMenuItem, MenuItemState } from "./CompiledMenuItem.ts";

const enabled: MenuItemState = { active: true, blocked: false };
const blocked: MenuItemState = { active: true, blocked: true };
const inactive: MenuItemState = { active: false, blocked: false };

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
  const fields = createFieldParser(parse, report);
  const when = fields.condition("when", contribution.when);
  const disabledWhen = fields.condition("disabledWhen", contribution.disabledWhen);
  const conditions = [when, disabledWhen].filter((condition) => condition !== undefined);
  const { references, readsWholeContext } = mergeDependencies(conditions);
  return {
    key,
    contribution,
    references,
    readsWholeContext,
    evaluate(context) {
      if (when !== undefined && !when.evaluate(context)) return inactive;
      return disabledWhen !== undefined && disabledWhen.evaluate(context) ? blocked : enabled;
    },
  };
}
