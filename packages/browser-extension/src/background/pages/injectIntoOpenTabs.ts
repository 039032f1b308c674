import type { ScriptingAPI, TabsAPI } from "../../browser/WebExtensionAPI.ts";
import { fileNames } from "../../manifest/fileNames.ts";

/**
 * Runs the content script in the tabs that are open on sites that the person has just allowed, so that
 * nothing needs to be loaded again. What cannot be reached starts with its next page.
 */
export async function injectIntoOpenTabs(
  browser: { readonly scripting: ScriptingAPI; readonly tabs: TabsAPI },
  sites: readonly string[],
): Promise<void> {
  if (sites.length === 0) return;
  try {
    const tabs = await browser.tabs.query({ url: [...sites] });
    await Promise.allSettled(
      tabs.map(async ({ id }) => {
        if (id === undefined) return;
        await browser.scripting.executeScript({
          target: { tabId: id },
          files: [fileNames.content],
        });
      }),
    );
  } catch {
    // Then the person loads the page again.
  }
}
