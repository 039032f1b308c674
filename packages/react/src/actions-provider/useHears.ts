import { useActions } from "./useActions.ts";

/** Whether an event counts. */
export type Hears = (event: Pick<Event, "isTrusted">) => boolean;

/**
 * Whether an event that comes from outside of a component counts: one that a script made does not where
 * the provider ignores those, as it could be the page's around. The same function while that stays.
 */
export function useHears(): Hears {
  return useActions().actions.syntheticEvents === "ignore" ? hearsPeople : hearsAll;
}

const hearsAll: Hears = () => true;
const hearsPeople: Hears = ({ isTrusted }) => isTrusted;
