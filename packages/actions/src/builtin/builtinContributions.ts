import type { Contributions } from "../action/Contributions.ts";
import { codeNavigation } from "./codeNavigation.ts";
import { codeViewActions } from "./codeViewActions.ts";

/**
 * The builtin actions: data, as an extension would contribute it, with the same path through the
 * registry and the executor.
 *
 * @example
 * ```ts
 * registry.registerContributions(builtinContributions);
 * registry.registerCommand("toggleLineWrap", () => toggleLineWrap());
 * ```
 */
export const builtinContributions: Contributions = {
  actions: [...(codeNavigation.actions ?? []), ...(codeViewActions.actions ?? [])],
  menus: {
    ...codeNavigation.menus,
    ...codeViewActions.menus,
    commandPalette: [
      ...(codeNavigation.menus?.commandPalette ?? []),
      ...(codeViewActions.menus?.commandPalette ?? []),
    ],
  },
};
