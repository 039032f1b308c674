import type { SearchScope } from "./createSearchScope.ts";

/** The search fields of the host that are open. */
export interface Searches {
  /** Follows one until it is closed. */
  readonly follow: (input: HTMLInputElement) => SearchScope;
  /** Reads all of them again. */
  readonly refresh: () => void;
}

/** Makes a list without search fields. */
export function createSearches(create: (input: HTMLInputElement) => SearchScope): Searches {
  const open = new Set<SearchScope>();
  return {
    follow(input) {
      const search = create(input);
      open.add(search);
      const close = () => {
        search.close();
        open.delete(search);
      };
      return { ...search, close };
    },
    refresh() {
      for (const search of open) search.refresh();
    },
  };
}
