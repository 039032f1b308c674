import { createRoot } from "react-dom/client";
import { createContentRecorder } from "../recorder/createContentRecorder.ts";
import { createShadowHost } from "../shadow/createShadowHost.ts";
import { createStyleSheets, toSheet } from "../shadow/createStyleSheets.ts";
import { createStyledParts } from "../parts/createStyledParts.ts";
import { createPageReporting } from "../errors/createPageReporting.ts";
import { ContentApp } from "./ContentApp.tsx";
import type { ContentPage, PageStart } from "./ContentPage.ts";
import { createPageModel } from "./createPageModel.ts";
import { createPlaces } from "./createPlaces.ts";
import { createNotice } from "./createNotice.ts";
import { delay } from "../../browser/delay.ts";
import { watchPage } from "./watchPage.ts";

const refusal =
  "This page covers what you clicked on, so nothing was run. If you meant it, click once more, or use the keyboard.";

/**
 * Shows the actions, the palette and the hovers of the extension on a page of a code host. Errors of its
 * own are reported through the worker, if the person lets it.
 */
export function showPage(options: PageStart): ContentPage {
  const { document, host, background } = options;
  const reporting = createPageReporting(async () =>
    (await options.parts.load("errors"))?.createReporting(background, host.kind),
  );
  const report = (error: unknown) => reporting.report(error);
  const notice = createNotice(delay);
  const styleSheets = createStyleSheets(options.styles);
  const refuse = () => notice.warn(refusal);
  const places = createPlaces(styleSheets.inline, refuse);
  const overlay = createShadowHost({
    // Pages replace their body, which must not take the palette along.
    parent: document.documentElement,
    background: document.body ?? document.documentElement,
    styleSheets: styleSheets.overlay,
    surface: "page",
    onRefused: refuse,
  });
  const parts = createStyledParts(options.parts, (text) => overlay.addStyles(toSheet(text)));
  const model = createPageModel({ ...options, parts, tell: notice.tell });
  const root = createRoot(overlay.frame, { onCaughtError: report, onUncaughtError: report });
  root.render(
    <ContentApp
      model={model}
      recorder={createContentRecorder(background, model.readRepository)}
      places={places.list}
      onFailure={({ cause }, actionId) => reporting.report(cause, { actionId })}
      notice={notice.said}
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
      reporting.allow(state.errorReporting);
      model.update(state);
    },
    stop() {
      end();
      notice.close();
      root.unmount();
      overlay.remove();
      reporting.close();
    },
  };
}
