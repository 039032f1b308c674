import type { Contributions } from "../action/Contributions.ts";
import { isMenuId, type MenuId } from "../action/MenuId.ts";
import type { CompiledMenuItem } from "../menu/CompiledMenuItem.ts";
import { compileMenuItem } from "../menu/compileMenuItem.ts";
import { compileAction } from "./compileAction.ts";
import type { CompiledAction } from "./CompiledAction.ts";
import type { ContributionSource } from "./ContributionSource.ts";
import type { DiagnosticLog } from "./createDiagnosticLog.ts";
import type { ReportField } from "./createFieldParser.ts";
import { createParser } from "./createParser.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/** Where contributions come from. */
export interface ContributionOrigin {
  /** Distinguishes this source from all others of the registry. */
  readonly serial: number;
  /** Absent for the application itself. */
  readonly extension?: string;
  readonly log: DiagnosticLog;
}

/** Parses contributions once. What is wrong with them goes to the log of their origin. */
export function compileContributions(
  contributions: Contributions,
  origin: ContributionOrigin,
  options: ResolveOptions,
): ContributionSource {
  const { serial, extension, log } = origin;
  const reporter =
    (place: string, actionId: string): ReportField =>
    (code, path, message, severity = "error") => {
      log.add({
        code,
        severity,
        message,
        path: `${place}.${path}`,
        actionId,
        ...(extension !== undefined && { extension }),
      });
    };

  const parser = createParser();
  const actionById = new Map<string, CompiledAction>();
  for (const [index, action] of (contributions.actions ?? []).entries()) {
    const report = reporter(`actions[${index}]`, action.id);
    if (actionById.has(action.id)) {
      report("duplicate-action", "id", `The ID ${action.id} is used twice; the first one counts.`);
    } else actionById.set(action.id, compileAction(action, options, parser, report));
  }

  const itemsByMenu = new Map<MenuId, readonly CompiledMenuItem[]>();
  for (const [menu, items] of Object.entries(contributions.menus ?? {})) {
    const compiled = items.map((item, index) =>
      compileMenuItem(
        `${item.action}@${serial}.${index}`,
        item,
        parser,
        reporter(`menus["${menu}"][${index}]`, item.action),
      ),
    );
    if (isMenuId(menu)) itemsByMenu.set(menu, compiled);
  }
  return { ...(extension !== undefined && { extension }), actionById, itemsByMenu, log };
}
