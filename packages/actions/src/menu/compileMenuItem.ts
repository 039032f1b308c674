import type { MenuItemContribution } from "../action/Contributions.ts";
import { createFieldParser, type ReportField } from "../registry/createFieldParser.ts";
import type { Parser } from "../registry/createParser.ts";
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
  parser: Parser,
  report: ReportField,
): CompiledMenuItem {
  const fields = createFieldParser(parser, report);
  const when = fields.condition("when", contribution.when);
  const disabledWhen = fields.condition("disabledWhen", contribution.disabledWhen);
  const { references, readsWholeContext } = fields;
  return {
    key,
    contribution,
    references,
    readsWholeContext,
    evaluate(context) {
      if (when !== undefined && !when(context)) return inactive;
      return disabledWhen !== undefined && disabledWhen(context) ? blocked : enabled;
    },
  };
}
