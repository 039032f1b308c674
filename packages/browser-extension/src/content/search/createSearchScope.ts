import type { ContextStore } from "@action-telemetry/actions";
import type { InstanceView } from "../actions/InstanceView.ts";
import { instanceKeys } from "../actions/instanceContributions.ts";

/** The scope of the item that searches on the instance for what is typed in the host's own field. */
export interface SearchScope {
  readonly scope: ContextStore;
  /** Reads field and instance again. */
  readonly refresh: () => void;
  readonly close: () => void;
}

/** Follows a search field. Nothing is sent anywhere: what is typed is in a link, for a click. */
export function createSearchScope(
  input: HTMLInputElement,
  context: ContextStore,
  getInstance: () => InstanceView | undefined,
): SearchScope {
  const scope = context.createScope();
  const refresh = () => {
    const query = input.value.trim();
    const instance = getInstance();
    const url = query === "" ? undefined : instance?.links.search(query).href;
    scope.update({ [instanceKeys.search]: url ?? null });
  };
  refresh();
  const events = ["input", "change", "focus"] as const;
  for (const event of events) input.addEventListener(event, refresh);
  return {
    scope,
    refresh,
    close() {
      for (const event of events) input.removeEventListener(event, refresh);
    },
  };
}
