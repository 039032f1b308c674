import { ActionsProvider, TelemetryProvider } from "@action-telemetry/react";
import { useEffect, type ReactElement } from "react";
import { configKey, settingKeys } from "../settings/settingKeys.ts";
import { useContextValue } from "../settings/useContextValue.ts";
import { CodeBrowserContext } from "./CodeBrowser.ts";
import type { CreatedCodeBrowser } from "./createCodeBrowser.ts";
import { Shell } from "./Shell.tsx";

/** The whole application. Renders its page. */
export function App({ codeBrowser, openURL }: CreatedCodeBrowser): ReactElement {
  const { registry, codeScope, telemetry } = codeBrowser;
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
          shortcuts={characterKeys === "off" ? "with-modifier" : "all"}
        >
          <Shell />
        </ActionsProvider>
      </TelemetryProvider>
    </CodeBrowserContext>
  );
}
