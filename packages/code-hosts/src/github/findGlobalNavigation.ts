/** The navigation at the top of GitHub's present pages. */
export interface GlobalNavigation {
  /** Its buttons on the right, or what stands nearest to them. */
  readonly end: Element;
}

const header = 'header.GlobalNav, react-partial[partial-name="global-nav-bar"] header';
const hydrating = "react-partial[data-ssr=true]:not(.loaded)";

/** Whether React has not yet taken over what the server rendered of it. */
export function isNavigationHydrating(document: Document): boolean {
  return document.querySelector(header)?.closest(hydrating) != null;
}

/**
 * The navigation that React renders at the top of a page; `undefined` where there is none. Before React
 * has taken over what the server rendered it is `null`: an element that React does not know of would
 * have it throw all of that away, and the search field with it.
 */
export function findGlobalNavigation(container: ParentNode): GlobalNavigation | null | undefined {
  const bar = container.querySelector(header);
  if (bar === null) return undefined;
  if (bar.closest(hydrating) !== null) return null;
  const end =
    bar.querySelector('[data-testid="top-nav-right"]') ??
    bar.querySelector('[data-testid="top-nav-center"]');
  return { end: end ?? bar };
}
