import type { Background } from "../../messages/Background.ts";

/** What {@link watchSession} works with. */
export interface SessionWatchOptions {
  readonly document: Document;
  readonly background: Pick<Background, "state" | "checkSession">;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** How often a session is asked for at most, in milliseconds. */
export const sessionInterval = 1000;

/**
 * Has the session read again whenever the person comes back to a page on which they are not signed
 * in: after the tab to sign in was closed, and also when single sign-on has left that tab open.
 *
 * @returns ends it
 */
export function watchSession({ document, background, now }: SessionWatchOptions): () => void {
  const window = document.defaultView;
  let last = -Infinity;
  const onReturn = () => {
    const session = background.state.getSnapshot()?.instance.session;
    if (session !== "signed-out" && session !== "unreachable") return;
    if (document.visibilityState !== "visible" || now() - last < sessionInterval) return;
    last = now();
    background.checkSession();
  };
  document.addEventListener("visibilitychange", onReturn);
  window?.addEventListener("focus", onReturn);
  window?.addEventListener("pageshow", onReturn);
  return () => {
    document.removeEventListener("visibilitychange", onReturn);
    window?.removeEventListener("focus", onReturn);
    window?.removeEventListener("pageshow", onReturn);
  };
}
