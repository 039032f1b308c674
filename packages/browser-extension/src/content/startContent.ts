import { detectCodeHostKind } from "@action-telemetry/code-hosts";
import type { Background } from "../messages/Background.ts";
import { delayWhileVisible } from "./background/delayWhileVisible.ts";
import type { ContentPage } from "./page/ContentPage.ts";
import { watchSession } from "./page/watchSession.ts";
import type { ContentParts } from "./parts/ContentParts.ts";
import type { Parts } from "./parts/Parts.ts";

/** What {@link startContent} works with. */
export interface ContentOptions {
  readonly document: Document;
  readonly background: Background;
  /** Loads what is shown, once there is something to show it on. */
  readonly parts: Parts<ContentParts>;
}

/**
 * Shows the extension on a page of a code host, while it is switched on, and follows what the worker
 * says without a reload: another instance, a session that began or ended, the switch. On every other
 * page nothing but this script is loaded.
 *
 * @returns takes everything off the page
 */
export function startContent({ document, background, parts }: ContentOptions): () => void {
  let page: ContentPage | undefined;
  let isLoading = false;
  let isEnded = false;

  const readState = () => {
    const state = background.state.getSnapshot();
    return state?.enabled === true && !isEnded ? state : undefined;
  };
  const begin = async () => {
    const kind = detectCodeHostKind({ document, url: new URL(document.URL) });
    if (kind === undefined || isLoading) return;
    isLoading = true;
    // The part of a code host brings the page's along.
    const known = await parts.load(kind);
    const part = known && (await parts.load("page"));
    isLoading = false;
    // Switched off meanwhile, or not to be had: then with the next state.
    const state = readState();
    if (!known || !part || state === undefined) return;
    page = part.showPage({ document, ...known, background, parts });
    page.update(state);
  };
  const follow = () => {
    const state = readState();
    if (state === undefined) stop();
    else if (page === undefined) void begin();
    else page.update(state);
  };
  const stop = () => {
    page?.stop();
    page = undefined;
  };
  const now = () => performance.now();
  const endSession = watchSession({ document, background, now, delay: delayWhileVisible });
  const unsubscribe = background.state.subscribe(follow);
  // Some pages say what they are only once their scripts have run.
  const window = document.defaultView;
  window?.addEventListener("load", follow);
  follow();
  return () => {
    isEnded = true;
    window?.removeEventListener("load", follow);
    unsubscribe();
    endSession();
    stop();
  };
}
