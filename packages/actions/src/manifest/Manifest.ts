import type { ActionContribution } from "../action/ActionContribution.ts";
import type { MenuContributions } from "../action/Contributions.ts";
import type { Diagnostic } from "../action/Diagnostic.ts";

/** What an extension's manifest contributes, cleaned: plain data, frozen, safe to register. */
export interface Manifest {
  /** "publisher/name" as far as the manifest says, else "unnamed". */
  readonly id: string;
  readonly contributions: ManifestContributions;
  /** What was left out or looks wrong. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Contributions that hold no functions. */
export interface ManifestContributions {
  readonly actions: readonly ActionContribution[];
  readonly menus: MenuContributions;
}
