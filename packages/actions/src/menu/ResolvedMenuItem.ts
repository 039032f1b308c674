import type { ResolvedAction } from "../registry/ResolvedAction.ts";

/** One item of a menu, evaluated for one context. Frozen; identical object while unchanged. */
export interface ResolvedMenuItem {
  /** Unique within the menu and stable over time. */
  readonly key: string;
  /** Already disabled, with the reason, when the item is inactive or disabled. */
  readonly action: ResolvedAction;
  /** Runs instead when the gesture chose the alternative. */
  readonly alt?: ResolvedAction;
  /** Whether its `when` holds. Inactive items are only listed when asked for. */
  readonly active: boolean;
  readonly group?: string;
}
