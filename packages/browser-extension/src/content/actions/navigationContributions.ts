import { codeNavigation, type Contributions } from "@action-telemetry/actions";

/**
 * The builtin actions of a hover, without keys of their own: on the pages of others every key may
 * mean something else already.
 */
export const navigationContributions: Contributions = {
  actions: (codeNavigation.actions ?? []).map((action) => ({ ...action, keybindings: [] })),
  menus: { hover: codeNavigation.menus?.hover ?? [] },
};
