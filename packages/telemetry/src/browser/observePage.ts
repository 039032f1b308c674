import type { LifecycleListener } from "../TelemetryClient.ts";

/**
 * Watches a page; returns the function that ends it. There is no `unload` listener, which would keep
 * the page out of the back/forward cache.
 */
export function observePage({ onHide, onReturn }: LifecycleListener): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const onVisibility = () => {
    if (document.visibilityState === "hidden") onHide();
    else onReturn();
  };
  document.addEventListener("visibilitychange", onVisibility, { signal });
  addEventListener("pagehide", () => onHide(true), { signal });
  addEventListener("pageshow", (event) => event.persisted && onReturn(), { signal });
  addEventListener("online", onReturn, { signal });
  return () => listening.abort();
}
