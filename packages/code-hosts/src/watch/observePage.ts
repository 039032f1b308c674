/** Watches a document for changes. */
export interface PageObserver {
  /** Watches these shadow roots too, and no others. */
  observe(roots: readonly ShadowRoot[]): void;
  /** Ends it. */
  close(): void;
}

// Navigation inside the page is followed by mutations, except from and to the cache of the back button.
const pageEvents = ["pageshow", "popstate"] as const;

/**
 * Calls back whenever elements come or go, and when the page is shown again or its address changes.
 * What has changed is not looked at, so that a thousand changes a second cost as little as one.
 */
export function observePage(document: Document, onChange: () => void): PageObserver {
  const mutations = new MutationObserver(onChange);
  const what: MutationObserverInit = { childList: true, subtree: true };
  let observed: readonly ShadowRoot[] = [];
  const window = document.defaultView;

  mutations.observe(document, what);
  for (const name of pageEvents) window?.addEventListener(name, onChange);

  return {
    observe(roots) {
      if (
        roots.length === observed.length &&
        roots.every((root, index) => root === observed[index])
      )
        return;
      observed = [...roots];
      mutations.disconnect();
      for (const root of [document, ...observed]) mutations.observe(root, what);
    },
    close() {
      mutations.disconnect();
      for (const name of pageEvents) window?.removeEventListener(name, onChange);
    },
  };
}
