import { detectCodeHost, type CodeHostKind } from "@action-telemetry/code-hosts";
import type { ErrorReporting } from "@action-telemetry/error-reporting/relay";
import type { Background } from "../messages/Background.ts";
import { startPage, type ContentPage } from "./page/startPage.tsx";
import { watchSession } from "./page/watchSession.ts";

/** What {@link startContent} works with. */
export interface ContentOptions {
  readonly document: Document;
  readonly background: Background;
  /** Makes the reporting of errors for the page of a code host. Absent: none are reported. */
  readonly createReporting?: (codeHost: CodeHostKind) => ErrorReporting;
}

/**
 * Shows the extension on a page of a code host, while it is switched on, and follows what the worker
 * says without a reload: another instance, a session that began or ended, the switch.
 *
 * @returns takes everything off the page
 */
export function startContent(options: ContentOptions): () => void {
  const { document, background } = options;
  let page: ContentPage | undefined;
  const follow = () => {
    const state = background.state.getSnapshot();
    const isOn = state !== undefined && state.enabled;
    if (isOn) page ??= start(options);
    if (isOn) page?.update(state);
    else stop();
  };
  const stop = () => {
    page?.stop();
    page = undefined;
  };
  const endSession = watchSession({ document, background, now: () => performance.now() });
  const unsubscribe = background.state.subscribe(follow);
  // Some pages say what they are only once their scripts have run.
  const window = document.defaultView;
  window?.addEventListener("load", follow);
  follow();
  return () => {
    window?.removeEventListener("load", follow);
    unsubscribe();
    endSession();
    stop();
  };
}

function start({ document, background, createReporting }: ContentOptions): ContentPage | undefined {
  const host = detectCodeHost({ document, url: new URL(document.URL) });
  if (host === undefined) return undefined;
  const reporting = createReporting?.(host.kind);
  return startPage({ document, host, background, ...(reporting && { reporting }) });
}
