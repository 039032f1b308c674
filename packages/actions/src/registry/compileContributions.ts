import type { Contributions } from "../action/Contributions.ts";
import type { Diagnostic } from "../action/Diagnostic.ts";
import { isMenuId, type MenuId } from "../action/MenuId.ts";
import type { CompiledMenuItem } from "../menu/CompiledMenuItem.ts";
import { compileMenuItem } from "../menu/compileMenuItem.ts";
import { compileAction } from "./compileAction.ts";
import type { CompiledAction } from "./CompiledAction.ts";
import type { ContributionSource } from "./ContributionSource.ts";
import type { DiagnosticLog } from "./createDiagnosticLog.ts";
import type { ReportField } from "../field/createFieldParser.ts";
import { createExpressionParser } from "../field/createExpressionParser.ts";
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
  const note = (
    path: string,
    what: Pick<Diagnostic, "code" | "message" | "severity" | "actionId">,
  ) => {
    log.add({ ...what, path, ...(extension !== undefined && { extension }) });
  };
  // Where it stands is only written down for what is wrong.
  const reporter =
    (list: string, index: number, actionId: string): ReportField =>
    (code, path, message, severity = "error") => {
      const place = placeOf(list, index, actionId, origin);
      note(`${place}.${path}`, { code, severity, message, ...(actionId !== "" && { actionId }) });
    };

  const parse = createExpressionParser();
  const actionById = new Map<string, CompiledAction>();
  const compileOptions = { ...options, isExtension: extension !== undefined };
  for (const [index, action] of (contributions.actions ?? []).entries()) {
    const report = reporter("actions", index, action.id);
    if (actionById.has(action.id)) {
      report("duplicate-action", "id", `The ID ${action.id} is used twice; the first one counts.`);
    } else actionById.set(action.id, compileAction(action, compileOptions, parse, report));
  }

  const itemsByMenu = new Map<MenuId, readonly CompiledMenuItem[]>();
  for (const [menu, items] of Object.entries(contributions.menus ?? {})) {
    const list = `menus["${menu}"]`;
    const compiled = items.map((item, index) =>
      compileMenuItem(
        `${item.action}@${serial}.${index}`,
        item,
        parse,
        reporter(list, index, item.action),
      ),
    );
    if (isMenuId(menu)) itemsByMenu.set(menu, compiled);
    else {
      const message = "There is no such menu.";
      note(`menus.${menu}`, { code: "unknown-menu", severity: "error", message });
    }
  }
  return { ...(extension !== undefined && { extension }), actionById, itemsByMenu, log };
}

/** By ID for an extension: what is compiled of it is what was left by `parseManifest`. */
function placeOf(
  list: string,
  index: number,
  actionId: string,
  { extension }: ContributionOrigin,
): string {
  return extension === undefined ? `${list}[${index}]` : `${list}["${actionId}"]`;
}
