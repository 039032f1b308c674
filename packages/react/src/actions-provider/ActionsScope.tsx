"use client";

import type { ContextStore } from "@action-telemetry/actions";
import { useContext, useMemo, type ReactElement, type ReactNode } from "react";
import { ActionsContext, type ActionsContextValue } from "./ActionsContext.ts";
import { createListeners } from "../listeners/createListeners.ts";

/**
 * Evaluates and runs the actions below it in a scope of their own, such as one code view.
 * Renders no element.
 * Records nothing itself.
 */
export function ActionsScope({ scope, children }: ActionsScopeProps): ReactElement {
  const outer = useContext(ActionsContext);
  const value = useMemo(
    () => (outer === undefined || scope === undefined ? outer : inScope(outer, scope)),
    [outer, scope],
  );
  return <ActionsContext.Provider value={value}>{children}</ActionsContext.Provider>;
}

function inScope(outer: ActionsContextValue, scope: ContextStore): ActionsContextValue {
  const { registry } = outer;
  if (registry === undefined) return { ...outer, scope };
  const { add: subscribe } = createListeners((listener) => registry.subscribe(listener, scope));
  return { ...outer, scope, subscribe };
}

/** The props of {@link ActionsScope}. */
export interface ActionsScopeProps {
  /** Absent: that of the surrounding provider. */
  readonly scope: ContextStore | undefined;
  readonly children?: ReactNode;
}
