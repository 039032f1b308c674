import type { ApplicationAction, ResolvedAction } from "@action-telemetry/actions";
import { useSyncExternalStore } from "react";
import type { ActionsContextValue } from "../actions-provider/ActionsContext.ts";
import { isResolved, type ActionReference } from "./ActionReference.ts";
import { resolvePlainAction } from "./resolvePlainAction.ts";

/** An action with its alternative. */
export interface ResolvedActions {
  readonly action: ResolvedAction | undefined;
  readonly alt: ResolvedAction | undefined;
}

const subscribeToNothing = () => () => undefined;

const none: ResolvedActions = Object.freeze({ action: undefined, alt: undefined });

// The same pair while both are the same, which is what a snapshot has to be. First by alternative,
// those without one below `none`.
const pairs = new WeakMap<object, WeakMap<ResolvedAction, ResolvedActions>>();

/**
 * The actions that references stand for, evaluated in the provider's scope; undefined for an ID that
 * nobody contributed, or no longer.
 *
 * @throws Error when a reference is an ID and there is no `ActionsProvider`.
 */
export function useResolvedActions(
  action: ActionReference,
  alt: ActionReference | undefined,
  actions: ActionsContextValue,
): ResolvedActions {
  const read = (): ResolvedActions => {
    const first = resolve(action, actions);
    return first === undefined
      ? none
      : pair(first, alt === undefined ? alt : resolve(alt, actions));
  };
  const isStatic = isDone(action) && isDone(alt);
  const subscribe = isStatic ? subscribeToNothing : actions.subscribe;
  return useSyncExternalStore(subscribe, read, read);
}

/** Whether a reference needs no looking up. */
function isDone(reference: ActionReference | undefined): boolean {
  return reference === undefined || (typeof reference === "object" && isResolved(reference));
}

function pair(action: ResolvedAction, alt: ResolvedAction | undefined): ResolvedActions {
  let pairByAction = pairs.get(alt ?? none);
  if (pairByAction === undefined) pairs.set(alt ?? none, (pairByAction = new WeakMap()));
  let made = pairByAction.get(action);
  if (made === undefined) pairByAction.set(action, (made = { action, alt }));
  return made;
}

function resolve(
  reference: string | ApplicationAction | ResolvedAction,
  { registry, scope }: ActionsContextValue,
): ResolvedAction | undefined {
  if (typeof reference === "object") {
    if (isResolved(reference)) return reference;
    return registry?.resolveAction(reference, scope) ?? resolvePlainAction(reference);
  }
  if (registry !== undefined) return registry.getAction(reference, scope);
  throw new Error(
    `@action-telemetry/react: The action "${reference}" was referred to by its ID, but there is no ActionsProvider above. ` +
      "Without a registry nobody knows what the ID stands for. " +
      "Render <ActionsProvider registry={registry}> around it, or hand over the action itself.",
  );
}
