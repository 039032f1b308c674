import { createRoot } from "react-dom/client";
import type { ExtensionState } from "../../messages/ExtensionState.ts";
import { createContentRecorder } from "../recorder/createContentRecorder.ts";
import { createShadowHost } from "../shadow/createShadowHost.ts";
import { createStyleSheets } from "../shadow/createStyleSheets.ts";
import { ContentApp } from "./ContentApp.tsx";
import { createPageModel, type PageOptions } from "./createPageModel.ts";
import { createPlaces } from "./createPlaces.ts";
import { createRefusal } from "./createRefusal.ts";
import { delay } from "./delay.ts";
import { watchPage } from "./watchPage.ts";

/** What is ours on a page, while the extension is switched on. */
export interface ContentPage {
  /** Follows another state: another instance, session or list of extensions. */
  update(state: ExtensionState): void;
  /** Takes everything of ours off the page. */
  stop(): void;
}

/** Shows the actions, the palette and the hovers of the extension on a page of a code host. */
export function startPage(options: PageOptions): ContentPage {
  const { document, host, background, reporting } = options;
  const report = (error: unknown) => reporting?.report(error);
  const model = createPageModel(options);
  const styleSheets = createStyleSheets(host.kind);
  const refusal = createRefusal(delay);
  const places = createPlaces(styleSheets.inline, refusal.show);
  const overlay = createShadowHost({
    // Pages replace their body, which must not take the palette along.
    parent: document.documentElement,
    background: document.body ?? document.documentElement,
    styleSheets: styleSheets.overlay,
    surface: "page",
    onRefused: refusal.show,
  });
  const root = createRoot(overlay.frame, { onCaughtError: report, onUncaughtError: report });
  root.render(
    <ContentApp
      model={model}
      recorder={createContentRecorder(background, model.readRepository)}
      places={places.list}
      onFailure={({ cause }, actionId) => reporting?.report(cause, { actionId })}
      refusal={refusal.text}
    />,
  );
  const end = watchPage({
    document,
    host,
    model,
    places,
    overlay: overlay.element,
    onError: report,
  });
  return {
    update(state) {
      reporting?.setConsent(state.errorReporting ? "granted" : "denied");
      model.update(state);
    },
    stop() {
      end();
      refusal.close();
      root.unmount();
      overlay.remove();
      reporting?.close();
    },
  };
}
