import {
  resolveAction,
  type ApplicationAction,
  type Context,
  type ResolvedAction,
} from "@action-telemetry/actions";
import { useCallback, useSyncExternalStore } from "react";
import type { Actions } from "../actions-provider/useActions.ts";
import { isResolved, type ActionReference } from "./ActionReference.ts";

const subscribeToNothing = () => () => undefined;

const noContext: Context = Object.freeze({});

// By context first: the same action may be shown below two providers at once.
const resolutions = new WeakMap<Context, WeakMap<ApplicationAction, ResolvedAction>>();

/** Resolves a declared action for a context: the same object while the context is the same. */
function resolveDeclared(declared: ApplicationAction, context: Context): ResolvedAction {
  let resolved = resolutions.get(context);
  if (resolved === undefined) resolutions.set(context, (resolved = new WeakMap()));
  let action = resolved.get(declared);
  if (action === undefined) resolved.set(declared, (action = resolveAction(declared, context)));
  return action;
}

/**
 * The action a reference stands for, evaluated in the provider's scope; undefined for an ID that
 * nobody contributed, or no longer.
 *
 * @throws Error when the reference is an ID and there is no `ActionsProvider`.
 */
export function useResolvedAction(
  reference: ActionReference | undefined,
  { actions }: Actions,
): ResolvedAction | undefined {
  const { registry, scope } = actions;
  if (typeof reference === "string" && registry === undefined) {
    throw new Error(
      `@action-telemetry/react: The action "${reference}" was referred to by its ID, but there is no ActionsProvider above. ` +
        "Without a registry nobody knows what the ID stands for. " +
        "Render <ActionsProvider registry={registry}> around it, or hand over the action itself.",
    );
  }
  const changes =
    reference === undefined || (typeof reference === "object" && isResolved(reference))
      ? undefined
      : registry;
  const subscribe = useCallback(
    (listener: () => void) => changes?.subscribe(listener, scope) ?? (() => undefined),
    [changes, scope],
  );
  const read = (): ResolvedAction | undefined => {
    if (reference === undefined) return undefined;
    if (typeof reference === "string") return registry?.getAction(reference, scope);
    if (isResolved(reference)) return reference;
    return resolveDeclared(reference, (scope ?? registry?.context)?.getSnapshot() ?? noContext);
  };
  return useSyncExternalStore(changes === undefined ? subscribeToNothing : subscribe, read, read);
}
