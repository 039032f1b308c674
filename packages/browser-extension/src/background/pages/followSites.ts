import type { PermissionsAPI, ScriptingAPI, TabsAPI } from "../../browser/WebExtensionAPI.ts";
import type { InstanceState } from "../instance/createInstanceState.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import type { AllowedSites } from "./createAllowedSites.ts";
import { injectIntoOpenTabs } from "./injectIntoOpenTabs.ts";
import { matchesPattern } from "./matchesPattern.ts";
import { registerContentScripts } from "./registerContentScripts.ts";

/** What {@link followSites} works with. */
export interface FollowSitesOptions {
  readonly browser: {
    readonly permissions: Pick<PermissionsAPI, "onAdded">;
    readonly scripting: ScriptingAPI;
    readonly tabs: TabsAPI;
  };
  readonly sites: AllowedSites;
  readonly settings: SettingsStore;
  readonly instance: InstanceState;
  readonly ready: Promise<void>;
}

/** Has the content script run wherever the person allows it, at once in tabs that are open. */
export function followSites(options: FollowSitesOptions): void {
  const { browser, sites, settings, instance, ready } = options;
  let registered: string | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One registration after another: two at once would collide under the same name. */
  function register(): void {
    turn = turn.then(async () => {
      const instanceURL = settings.getSnapshot()?.instanceURL;
      if (instanceURL === undefined) return;
      const wanted = JSON.stringify([sites.added, instanceURL]);
      if (wanted === registered) return;
      registered = wanted;
      const isDone = await registerContentScripts(browser.scripting, sites.added, instanceURL);
      if (!isDone) registered = undefined;
    });
  }

  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void ready.then(async () => {
      const instanceURL = settings.getSnapshot()?.instanceURL ?? "";
      const isOfInstance = (pattern: string) => matchesPattern(instanceURL, pattern);
      if (origins.some(isOfInstance)) await instance.refresh();
      await injectIntoOpenTabs(
        browser,
        origins.filter((pattern) => !isOfInstance(pattern)),
      );
    });
  });

  void ready.then(() => {
    settings.subscribe(register);
    sites.subscribe(register);
    register();
  });
}
