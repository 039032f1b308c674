"use client";

import type {
  ActionRegistry,
  ContextStore,
  MenuId,
  ResolvedMenuItem,
} from "@action-telemetry/actions";
import { useCallback, useSyncExternalStore } from "react";
import { useActions } from "../actions-provider/useActions.ts";

/**
 * The items of a menu in the provider's scope, or in another: the same array while nothing that
 * they depend on changes.
 *
 * @param menu - The menu.
 * @param options.scope - The code view, or other scope, to evaluate them in.
 * @param options.includeInactive - Also the items whose `when` does not hold, disabled.
 * @throws Error when there is no `ActionsProvider`.
 *
 * @example
 * ```tsx
 * useMenu("hover").map(({ key, action, alt }) => (
 *   <ActionItem key={key} action={action} alt={alt} surface="hover" />
 * ));
 * ```
 */
export function useMenu(menu: MenuId, options: UseMenuOptions = {}): readonly ResolvedMenuItem[] {
  const { actions } = useActions();
  const registry = requireRegistry(actions.registry);
  const scope = options.scope ?? actions.scope;
  const includeInactive = options.includeInactive ?? false;
  const subscribe = useCallback(
    (listener: () => void) => registry.subscribe(listener, scope),
    [registry, scope],
  );
  const read = () => registry.getMenu(menu, scope, { includeInactive });
  return useSyncExternalStore(subscribe, read, read);
}

function requireRegistry(registry: ActionRegistry | undefined): ActionRegistry {
  if (registry !== undefined) return registry;
  throw new Error(
    "@action-telemetry/react: A menu was read, but there is no ActionsProvider above. " +
      "Without a registry nobody knows what is in it. " +
      "Render <ActionsProvider registry={registry}> around the palette, the toolbar or the component that calls useMenu.",
  );
}

/** The options of {@link useMenu}. */
export interface UseMenuOptions {
  readonly scope?: ContextStore | undefined;
  readonly includeInactive?: boolean | undefined;
}
