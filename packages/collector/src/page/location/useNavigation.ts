import { createContext, use, useSyncExternalStore } from "react";
import type { Navigation } from "./createNavigation.ts";
import type { PageLocation } from "./PageLocation.ts";

/** The navigation of the page. */
export const NavigationContext = createContext<Navigation | undefined>(undefined);

/** Where the page is, and the way to elsewhere: `{ location, problems, navigation }`. */
export function useNavigation() {
  const navigation = use(NavigationContext);
  if (navigation === undefined) throw new Error("There is no NavigationContext around this.");
  const { location, problems } = useSyncExternalStore(navigation.subscribe, navigation.getSnapshot);
  return { location, problems, navigation };
}

/** Changes of where the page is: `change({ query })` keeps the rest. */
export function useChange(): (changes: Partial<PageLocation>, how?: "push" | "replace") => void {
  const { location, navigation } = useNavigation();
  return (changes, how) => navigation.go({ ...location, ...changes }, how);
}
