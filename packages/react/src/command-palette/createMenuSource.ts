import type { ActionRegistry, ContextStore, MenuId } from "@action-telemetry/actions";
import type { CatalogSource } from "./catalog/createCatalogStore.ts";

/** Reads a menu for a palette. Without a registry reading throws, which a closed palette never does. */
export function createMenuSource(
  registry: ActionRegistry | undefined,
  menu: MenuId,
  scope: ContextStore | undefined,
): CatalogSource {
  return {
    read() {
      if (registry !== undefined) return registry.getMenu(menu, scope);
      throw new Error(
        "@action-telemetry/react: A command palette was opened, but there is no ActionsProvider above. " +
          "Without a registry nobody knows what is in its menu. " +
          "Render <ActionsProvider registry={registry}> around the palette.",
      );
    },
    prepare: () => registry?.prepareMenu(menu, scope) ?? [],
    subscribe: (listener) => registry?.subscribe(listener, scope) ?? (() => undefined),
  };
}
