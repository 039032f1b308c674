/** Where the page is, and ways to go elsewhere. */
export interface NavigationStore {
  /** The current address, whole. */
  readonly getSnapshot: () => string;
  readonly subscribe: (listener: () => void) => () => void;
  /** Goes to an address; one of another origin, or of a page that is not the application's, loads it. */
  readonly go: (address: string) => void;
  /** Puts an address in the place of the current one, without a step in the history. */
  readonly replace: (address: string) => void;
}

/** The parts of the browser's window that navigation needs. */
export type NavigationWindow = Pick<
  Window,
  "history" | "location" | "addEventListener" | "removeEventListener" | "document"
>;

/**
 * Navigation within the application. Plain clicks on links of its own pages are taken over after every other handler
 * has run, so that a link stays a link for every other gesture and for whoever records clicks.
 *
 * @param ownsAddress whether the application, rather than the server, shows an address of this origin
 */
export function createNavigation(
  window: NavigationWindow,
  ownsAddress: (url: URL) => boolean,
): NavigationStore {
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) {
      listener();
    }
  };
  const move = (address: string, how: "pushState" | "replaceState") => {
    const url = new URL(address, window.location.href);
    if (url.origin !== window.location.origin || !ownsAddress(url)) {
      window.location.assign(url.href);
      return;
    }
    const same = url.href === window.location.href;
    window.history[same ? "replaceState" : how](null, "", url.href);
    notify();
  };
  const onClick = (event: MouseEvent) => {
    const address = clickedAddress(event);
    if (address !== undefined && ownsAddress(new URL(address, window.location.href))) {
      event.preventDefault();
      move(address, "pushState");
    }
  };
  const listenToBrowser = () => {
    window.addEventListener("popstate", notify);
    window.addEventListener("hashchange", notify);
    window.addEventListener("click", onClick);
  };
  const ignoreBrowser = () => {
    window.removeEventListener("popstate", notify);
    window.removeEventListener("hashchange", notify);
    window.removeEventListener("click", onClick);
  };
  return {
    getSnapshot: () => window.location.href,
    subscribe: (listener) => {
      if (listeners.size === 0) {
        listenToBrowser();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          ignoreBrowser();
        }
      };
    },
    go: (address) => move(address, "pushState"),
    replace: (address) => move(address, "replaceState"),
  };
}

function clickedAddress(event: MouseEvent): string | undefined {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || modified) {
    return undefined;
  }
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) {
    return undefined;
  }
  const elsewhere = link.target !== "" && link.target !== "_self";
  return elsewhere || link.origin !== location.origin ? undefined : link.href;
}
