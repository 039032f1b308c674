import { ErrorBoundary } from "@action-telemetry/error-reporting/react";
import {
  ActionsProvider,
  TelemetryProvider,
  type ActionsProviderProps,
} from "@action-telemetry/react";
import { useCallback, useEffect, type ReactElement } from "react";
import { configKey, settingKeys } from "../settings/settingKeys.ts";
import { useContextValue } from "../settings/useContextValue.ts";
import { CodeBrowserContext } from "./CodeBrowser.ts";
import type { CreatedCodeBrowser } from "./createCodeBrowser.ts";
import { Shell } from "./Shell.tsx";
import { showAlone } from "../states/FailedPage.tsx";

/** The whole application. Renders its page. */
export function App({ codeBrowser, openURL }: CreatedCodeBrowser): ReactElement {
  const { registry, codeScope, telemetry, errorReports } = codeBrowser;
  const reportFailure = useCallback<NonNullable<ActionsProviderProps["onFailure"]>>(
    ({ cause }, actionId) => {
      // A failure of the library's own making has no cause, and is no defect: a time-out, a command that is not there.
      if (cause !== undefined) errorReports.report(cause, { actionId });
    },
    [errorReports],
  );
  const theme = useContextValue(registry.context, configKey(settingKeys.colorTheme));
  const characterKeys = useContextValue(registry.context, configKey(settingKeys.characterKeys));
  useEffect(() => {
    if (theme === "light" || theme === "dark") {
      document.documentElement.dataset["theme"] = theme;
    }
  }, [theme]);
  return (
    <CodeBrowserContext value={codeBrowser}>
      <TelemetryProvider recorder={telemetry.recorder}>
        <ActionsProvider
          registry={registry}
          scope={codeScope}
          openURL={openURL}
          onFailure={reportFailure}
          shortcuts={characterKeys === "off" ? "with-modifier" : "all"}
        >
          <ErrorBoundary reporting={errorReports} fallback={showAlone}>
            <Shell />
          </ErrorBoundary>
        </ActionsProvider>
      </TelemetryProvider>
    </CodeBrowserContext>
  );
}
