import type { Background } from "../../messages/Background.ts";

/** What {@link watchSession} works with. */
export interface SessionWatchOptions {
  readonly document: Document;
  readonly background: Pick<Background, "state" | "checkSession">;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Calls back after some milliseconds, and returns what prevents it. */
  readonly delay: (callback: () => void, milliseconds: number) => () => void;
}

/** How often a session is asked for at most, in milliseconds. */
export const sessionInterval = 1000;

/**
 * Has the session read again whenever the person comes back to a page on which they are not signed
 * in: after the tab to sign in was closed, and also when single sign-on has left that tab open. Who
 * comes back sooner than it may be asked for again is not forgotten: it is asked for as soon as it may.
 *
 * @returns ends it
 */
export function watchSession(options: SessionWatchOptions): () => void {
  const { document, background, now, delay } = options;
  const window = document.defaultView;
  let isAway = true;
  let last = -Infinity;
  let cancelWait: (() => void) | undefined;
  const needsSession = () => {
    const session = background.state.getSnapshot()?.instance.session;
    return session === "signed-out" || session === "unreachable";
  };
  const check = () => {
    if (!needsSession()) return;
    last = now();
    background.checkSession();
  };
  const onReturn = () => {
    // One return is several events; a page that opens in the background is none.
    if (!isAway || document.visibilityState !== "visible" || !needsSession()) return;
    isAway = false;
    cancelWait?.();
    const wait = last + sessionInterval - now();
    // What was asked a moment ago, when the page opened or came to the front, was before the sign-in.
    if (wait > 0) cancelWait = delay(check, wait);
    else check();
  };
  const onLeave = () => {
    isAway = true;
  };
  const onVisibility = () => {
    if (document.visibilityState === "visible") onReturn();
    else onLeave();
  };
  document.addEventListener("visibilitychange", onVisibility);
  window?.addEventListener("blur", onLeave);
  window?.addEventListener("focus", onReturn);
  window?.addEventListener("pageshow", onReturn);
  return () => {
    cancelWait?.();
    document.removeEventListener("visibilitychange", onVisibility);
    window?.removeEventListener("blur", onLeave);
    window?.removeEventListener("focus", onReturn);
    window?.removeEventListener("pageshow", onReturn);
  };
}
