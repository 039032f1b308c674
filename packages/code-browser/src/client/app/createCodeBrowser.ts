import { builtinContributions, createActionRegistry } from "@action-telemetry/actions";
import { createBrowserTelemetryClient } from "@action-telemetry/telemetry/browser";
import { version } from "../../api/release.ts";
import { browserContributions } from "../actions/browserContributions.ts";
import { registerCommands } from "../actions/registerCommands.ts";
import { createErrorReports } from "../errors/createErrorReports.ts";
import { createNavigation } from "../navigation/navigationStore.ts";
import { parseRoute } from "../navigation/Route.ts";
import { createSettings } from "../settings/createSettings.ts";
import { shownTheme } from "../settings/colorTheme.ts";
import { decideForPage, findStorage, readTelemetrySetting } from "../telemetry/telemetrySetting.ts";
import { createEditorHandle } from "../code-view/EditorHandle.ts";
import type { CodeBrowser } from "./CodeBrowser.ts";
import { readNonce } from "./readNonce.ts";
import { createSignal } from "./Signal.ts";

/** The application and the function that follows its links. */
export interface CreatedCodeBrowser {
  readonly codeBrowser: CodeBrowser;
  readonly openURL: (href: string, options: { readonly newTab: boolean }) => void;
}

/**
 * Makes what the parts of the application share: the registry with the builtin actions and the application's own, their
 * commands, the settings, and the telemetry client for the instance that serves this very page.
 */
export function createCodeBrowser(window: Window): CreatedCodeBrowser {
  const { document, location } = window;
  const storage = findStorage();
  const registry = createActionRegistry({ baseURL: location.href });
  const navigation = createNavigation(window, (url) => parseRoute(url).page !== "unknown");
  const codeBrowser: CodeBrowser = {
    registry,
    codeScope: registry.context.createScope(),
    settings: createSettings(registry.context, storage),
    navigation,
    telemetry: createBrowserTelemetryClient({
      instanceUrl: location.origin,
      source: "WEB",
      platform: "web",
      client: { name: "code-browser", version },
      consent: decideForPage(readTelemetrySetting(storage)).state,
    }),
    editor: createEditorHandle(),
    requests: {
      filterFiles: createSignal(),
      showHover: createSignal(),
      showShortcuts: createSignal(),
    },
    errorReports: createErrorReports(location, storage),
    nonce: readNonce(document),
  };
  const openURL: CreatedCodeBrowser["openURL"] = (href, { newTab }) => {
    if (newTab) {
      window.open(href, "_blank", "noopener,noreferrer");
    } else {
      navigation.go(href);
    }
  };
  registry.context.update({
    "clientApplication.isSourcegraph": true,
    "clientApplication.extensionAPIVersion.major": 3,
  });
  registry.registerContributions(builtinContributions);
  registry.registerContributions(browserContributions);
  registerCommands(codeBrowser, {
    openURL,
    writeClipboard: (text) => window.navigator.clipboard.writeText(text),
    download: (address) => download(document, address),
    shownTheme: () => shownTheme(window),
    baseURL: location.href,
  });
  return { codeBrowser, openURL };
}

function download(document: Document, address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
