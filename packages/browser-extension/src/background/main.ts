import { createErrorReporting } from "@action-telemetry/error-reporting";
import { systemClock } from "@action-telemetry/telemetry";
import {
  createExtensionStorage,
  createExtensionTelemetryClient,
} from "@action-telemetry/telemetry/extension";
import { detectPlatform } from "../browser/detectPlatform.ts";
import { webExtension } from "../browser/webExtension.ts";
import { fileNames } from "../manifest/fileNames.ts";
import { createPrivateArea } from "./area/createPrivateArea.ts";
import { createBackground } from "./createBackground.ts";

const browser = webExtension();
const area = createPrivateArea(browser.storage.local);

createBackground({
  browser,
  area,
  waitingArea: browser.storage.session,
  createClient: (instanceUrl, consent) =>
    createExtensionTelemetryClient({
      area,
      instanceUrl,
      consent,
      source: "CODEHOSTINTEGRATION",
      platform: detectPlatform(browser.runtime),
      client: { name: "browser-extension", version: browser.runtime.getManifest().version },
    }),
  eraseInstance: (instanceURL) => createExtensionStorage({ area }).open(instanceURL).erase(),
  createReporting: (instanceURL, consent) =>
    createErrorReporting({
      release: `browser-extension@${browser.runtime.getManifest().version}`,
      surface: "browser-extension",
      script: "background",
      scripts: [browser.runtime.getURL("")],
      files: [fileNames.background],
      destination: { tunnel: `${instanceURL}/.api/error-reports` },
      consent,
    }),
  fetch: (url, init) => globalThis.fetch(url, init as RequestInit),
  clock: systemClock,
  globalPrivacyControl:
    (navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl === true,
});
