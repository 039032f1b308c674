import type { ContextStore } from "../context/ContextStore.ts";
import { createListeners } from "../context/createListeners.ts";

/** Which actions run now, and in which scope. */
export interface RunningActions {
  isRunning(actionId: string, scope: ContextStore | undefined): boolean;
  /** Starts a run and tells the listeners of it, unless it has ended already when `start` returns. */
  track<End>(
    actionId: string,
    scope: ContextStore | undefined,
    start: () => End | Promise<End>,
  ): End | Promise<End>;
  subscribe(listener: () => void): () => void;
}

/**
 * Makes an empty record of running actions.
 *
 * @param onListenerFailure - Called when a listener throws, with the action it was told of.
 */
export function createRunningActions(
  onListenerFailure: (actionId: string) => void,
): RunningActions {
  const scopesByActionId = new Map<string, (ContextStore | undefined)[]>();
  const listeners = createListeners();

  function begin(actionId: string, scope: ContextStore | undefined): () => void {
    const scopes = scopesByActionId.get(actionId) ?? [];
    scopesByActionId.set(actionId, scopes);
    scopes.push(scope);
    return () => {
      scopes.splice(scopes.indexOf(scope), 1);
      if (scopes.length === 0) scopesByActionId.delete(actionId);
    };
  }

  function announce(actionId: string): void {
    try {
      listeners.notify();
    } catch {
      onListenerFailure(actionId);
    }
  }

  return {
    isRunning: (actionId, scope) => scopesByActionId.get(actionId)?.includes(scope) ?? false,
    track(actionId, scope, start) {
      const finish = begin(actionId, scope);
      const end = start();
      if (!(end instanceof Promise)) {
        finish();
        return end;
      }
      announce(actionId);
      return end.then((settled) => {
        finish();
        announce(actionId);
        return settled;
      });
    },
    subscribe: (listener) => listeners.add(listener),
  };
}
