import type { ApplicationAction } from "../action/ApplicationAction.ts";
import { createCommandTable } from "../command/createCommandTable.ts";
import type { ContextStore } from "../context/ContextStore.ts";
import { createContextStore } from "../context/createContextStore.ts";
import { createListeners } from "../context/createListeners.ts";
import type { ActionRegistry } from "./ActionRegistry.ts";
import { addContributions } from "./addContributions.ts";
import { addExtension } from "./addExtension.ts";
import { compileDeclaredAction } from "./compileDeclaredAction.ts";
import type { CompiledAction } from "./CompiledAction.ts";
import { createScopeView, type ScopeView } from "./createScopeView.ts";
import { createSourceSet } from "./createSourceSet.ts";
import { findShortcutAction } from "./findShortcutAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/** What a registry works with. */
export interface ActionRegistryOptions extends ResolveOptions {
  /** The context outside of any scope. @default a new, empty one */
  readonly context?: ContextStore | undefined;
}

/**
 * Makes an empty registry.
 *
 * @example
 * ```ts
 * const registry = createActionRegistry({ baseURL: location.href });
 * registry.registerContributions({ actions: [toggleLineWrap] });
 * registry.registerExtension(await response.json());
 * registry.getMenu("editor/title", codeView);
 * ```
 */
export function createActionRegistry(options: ActionRegistryOptions = {}): ActionRegistry {
  const context = options.context ?? createContextStore();
  const listeners = createListeners();
  const sources = createSourceSet(() => {
    listeners.notify();
  });
  const commands = createCommandTable();
  const views = new WeakMap<ContextStore, ScopeView>();
  const compiledByDeclared = new WeakMap<ApplicationAction, CompiledAction>();

  function viewOf(scope: ContextStore): ScopeView {
    const view = views.get(scope) ?? createScopeView();
    views.set(scope, view);
    return view;
  }

  function compileDeclared(action: ApplicationAction): CompiledAction {
    const known = compiledByDeclared.get(action);
    if (known !== undefined) return known;
    const compiled = compileDeclaredAction(action, options);
    compiledByDeclared.set(action, compiled);
    return compiled;
  }

  return {
    context,
    registerContributions: (contributions) => addContributions(sources, contributions, options),
    registerExtension: (manifest) => addExtension(sources, manifest, options),
    registerCommand: commands.register,
    getCommand: commands.get,
    getMenu: (menu, scope = context, { includeInactive = false } = {}) =>
      viewOf(scope).menu(menu, includeInactive, sources.catalogue(), scope.getSnapshot()),
    *prepareMenu(menu, scope = context) {
      const catalogue = sources.catalogue();
      yield;
      yield* viewOf(scope).prepare(menu, catalogue, scope.getSnapshot());
    },
    getAction(actionId, scope = context) {
      const action = sources.catalogue().actionById.get(actionId);
      return action && viewOf(scope).action(action, scope.getSnapshot());
    },
    resolveAction: (action, scope = context) =>
      viewOf(scope).action(compileDeclared(action), scope.getSnapshot()),
    getActions: (scope = context) =>
      viewOf(scope).actions(sources.catalogue(), scope.getSnapshot()),
    getShortcutAction: (actionId, scope = context) =>
      findShortcutAction(actionId, sources.catalogue(), viewOf(scope), scope.getSnapshot()),
    getKeybindings: () => sources.catalogue().keybindings,
    subscribe(listener, scope = context) {
      const removals = [listeners.add(listener), scope.subscribe(listener)];
      return () => {
        for (const remove of removals) remove();
      };
    },
    getDiagnostics: sources.diagnostics,
  };
}
