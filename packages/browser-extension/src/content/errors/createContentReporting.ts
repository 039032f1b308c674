import type { CodeHostKind } from "@action-telemetry/code-hosts";
import { createRelayReporting, type ErrorReporting } from "@action-telemetry/error-reporting/relay";
import type { RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import { contentFiles } from "../../manifest/fileNames.ts";
import type { Background } from "../../messages/Background.ts";

/**
 * Makes the reporting of errors in the content script's own code. Reports are handed to the worker,
 * which sends them if the person lets it; without that nothing is listened to. Errors of the page,
 * which pass through none of our scripts, are never heard of.
 */
export function createContentReporting(
  background: Pick<Background, "reportError">,
  runtime: Pick<RuntimeAPI, "getURL" | "getManifest">,
  codeHost: CodeHostKind,
): ErrorReporting {
  return createRelayReporting({
    release: `browser-extension@${runtime.getManifest().version}`,
    surface: "browser-extension",
    script: "content",
    codeHost,
    scripts: [runtime.getURL("")],
    files: contentFiles,
    relay: background.reportError,
  });
}
