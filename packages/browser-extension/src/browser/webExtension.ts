import type { WebExtensionAPI } from "./WebExtensionAPI.ts";

/**
 * The browser's API in its promise form: `browser` where there is one, else `chrome`.
 *
 * @throws Error outside of an extension.
 */
export function webExtension(): WebExtensionAPI {
  const { browser, chrome } = globalThis as {
    readonly browser?: WebExtensionAPI;
    readonly chrome?: WebExtensionAPI;
  };
  const api = browser?.runtime === undefined ? chrome : browser;
  if (api?.runtime === undefined) {
    throw new Error(
      "@action-telemetry/browser-extension: there is no WebExtension API here, without which nothing " +
        "of the extension can work. Run this in a page, worker or content script of the extension.",
    );
  }
  return api;
}
