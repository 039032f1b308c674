"use client";

import type {
  ActionRegistry,
  ContextStore,
  MenuId,
  ResolvedMenuItem,
} from "@action-telemetry/actions";
import { useMemo, useSyncExternalStore } from "react";
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
  return useOptionalMenu(menu, options.scope, options.includeInactive);
}

const empty: readonly ResolvedMenuItem[] = Object.freeze([]);
const subscribeToNothing = () => () => undefined;

/**
 * The same for a component whose menu is a choice: empty, and no registry needed, without one.
 *
 * @throws Error when there is a menu and no `ActionsProvider`.
 */
export function useOptionalMenu(
  menu: MenuId | undefined,
  ownScope: ContextStore | undefined,
  includeInactive = false,
): readonly ResolvedMenuItem[] {
  const { actions } = useActions();
  const registry = menu === undefined ? undefined : requireRegistry(actions.registry);
  const scope = ownScope ?? actions.scope;
  const subscribe = useMemo(
    () =>
      registry === undefined
        ? subscribeToNothing
        : (listener: () => void) => registry.subscribe(listener, scope),
    [registry, scope],
  );
  const read = () =>
    registry === undefined || menu === undefined
      ? empty
      : registry.getMenu(menu, scope, { includeInactive });
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
