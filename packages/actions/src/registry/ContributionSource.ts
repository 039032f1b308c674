import type { MenuId } from "../action/MenuId.ts";
import type { CompiledMenuItem } from "../menu/CompiledMenuItem.ts";
import type { CompiledAction } from "./CompiledAction.ts";
import type { DiagnosticLog } from "./createDiagnosticLog.ts";

/** What was contributed together, parsed: by the application, or by one extension. */
export interface ContributionSource {
  /** Absent for the application itself. */
  readonly extension?: string;
  readonly actionById: ReadonlyMap<string, CompiledAction>;
  readonly itemsByMenu: ReadonlyMap<MenuId, readonly CompiledMenuItem[]>;
  readonly log: DiagnosticLog;
}
