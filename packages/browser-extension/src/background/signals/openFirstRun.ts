import type { TabsAPI } from "../../browser/WebExtensionAPI.ts";
import type { RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import { fileNames } from "../../manifest/fileNames.ts";

/** What the address of the first-run page ends with. */
export const firstRunFragment = "#welcome";

/**
 * Opens the first-run page after the installation, where the policy asks the person and the browser
 * has not: in Firefox before version 140, and where an administrator prescribes to ask.
 */
export function openFirstRun(options: {
  readonly runtime: Pick<RuntimeAPI, "onInstalled" | "getURL">;
  readonly tabs: Pick<TabsAPI, "create">;
  readonly ready: Promise<void>;
  readonly isNeeded: () => boolean;
}): void {
  const { runtime, tabs, ready, isNeeded } = options;
  runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== "install") return;
    void ready.then(async () => {
      if (!isNeeded()) return;
      await tabs.create({ url: runtime.getURL(fileNames.options) + firstRunFragment });
    });
  });
}
