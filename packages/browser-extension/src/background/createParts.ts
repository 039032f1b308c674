import type { UTMPlatform } from "@action-telemetry/code-hosts";
import { detectPlatform } from "../browser/detectPlatform.ts";
import type { BackgroundOptions } from "./BackgroundOptions.ts";
import { type ClientHost, createClientHost } from "./client/createClientHost.ts";
import { keepSending } from "./client/keepSending.ts";
import { type ConsentPolicy, createConsentPolicy } from "./consent/createConsentPolicy.ts";
import { createStateView, type StateView } from "./createStateView.ts";
import { bundledExtensions } from "./extensions/bundledExtensions.ts";
import { createReportingHost, type ReportingHost } from "./errors/createReportingHost.ts";
import {
  createExtensionCommands,
  type ExtensionCommands,
} from "./extensions/createExtensionCommands.ts";
import { createDelivery } from "./events/createDelivery.ts";
import { createHeldEvents, type HeldEvents } from "./events/createHeldEvents.ts";
import { createIntake, type EventIntake } from "./events/createIntake.ts";
import { createInstanceAPI, type InstanceAPI } from "./instance/createInstanceAPI.ts";
import { createInstanceState, type InstanceState } from "./instance/createInstanceState.ts";
import { createRepositoryCache, type RepositoryCache } from "./instance/createRepositoryCache.ts";
import { type AllowedSites, createAllowedSites } from "./pages/createAllowedSites.ts";
import { createSettingsStore, type SettingsStore } from "./settings/createSettingsStore.ts";

/** What the worker consists of, beside what listens to the browser. */
export interface BackgroundParts {
  readonly platform: UTMPlatform;
  readonly isFirefox: boolean;
  readonly version: string;
  readonly settings: SettingsStore;
  readonly policy: ConsentPolicy;
  readonly client: ClientHost;
  readonly sites: AllowedSites;
  readonly instance: InstanceState;
  readonly repositories: RepositoryCache;
  readonly createAPI: (instanceURL: string) => InstanceAPI;
  readonly commands: ExtensionCommands;
  readonly reporting: ReportingHost;
  readonly state: StateView;
  /** Events that wait until consent is known. */
  readonly held: HeldEvents;
  readonly intake: EventIntake;
  /** Erases everything that is kept for an instance that is not connected. */
  readonly eraseInstance: (instanceURL: string) => Promise<void>;
  /** To be called before an event is recorded. */
  readonly onRecord: () => void;
  /** Resolves when settings and host permissions have been read; the policy may take seconds more. */
  readonly ready: Promise<void>;
}

/** Makes the parts of the worker, each with those that it needs. */
export function createParts(options: BackgroundOptions): BackgroundParts {
  const { browser, area, fetch, clock } = options;
  const platform = detectPlatform(browser.runtime);
  const isFirefox = platform === "firefox-extension";
  const settings = createSettingsStore(area);
  const policy = createConsentPolicy({ ...options, isFirefox, settings });
  const held = createHeldEvents(options.waitingArea);
  const eraseInstance = async (url: string) => {
    await held.remove(({ instanceURL }) => instanceURL === url);
    await options.eraseInstance(url);
  };
  const client = createClientHost({ ...options, settings, policy, eraseInstance });
  const sites = createAllowedSites(browser.permissions);
  const createAPI = (url: string) => createInstanceAPI(url, { fetch, clock });
  const instance = createInstanceState({ createAPI, area, clock });
  settings.subscribe(() => instance.connect(settings.getSnapshot()?.instanceURL));
  const ready = Promise.all([settings.ready, sites.ready, instance.ready]).then(() => undefined);
  const reporting = createReportingHost({ settings, createReporting: options.createReporting });
  const onRecord = keepSending({ ...browser, client, held, ready });
  const repositories = createRepositoryCache(instance, clock);
  const readVisibility = async (name: string) => {
    const info = instance.api && (await repositories(instance.api, name));
    return info?.ok === true ? info.value.visibility : "unknown";
  };
  const deliver = createDelivery({ settings, policy, client, readVisibility });
  const intake = createIntake({ settings, policy, client, held, deliver, clock, onRecord });
  const commands = createExtensionCommands({
    extensions: bundledExtensions,
    configuration: () => state.getSnapshot()?.configuration ?? {},
    changeConfiguration: (change) =>
      settings.update(({ configuration }) => ({ configuration: change(configuration) })),
    recorder: () => intake.recorder,
    onError: reporting.report,
  });
  const state = createStateView({ settings, client, instance, commands, platform });
  return {
    platform,
    isFirefox,
    version: browser.runtime.getManifest().version,
    settings,
    policy,
    client,
    sites,
    instance,
    repositories,
    createAPI,
    commands,
    reporting,
    state,
    held,
    intake,
    eraseInstance,
    onRecord,
    ready,
  };
}
