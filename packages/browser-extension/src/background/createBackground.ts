import type { MessageSender } from "../browser/WebExtensionAPI.ts";
import type { BackgroundOptions } from "./BackgroundOptions.ts";
import { needsFirstRun } from "./consent/needsFirstRun.ts";
import { type BackgroundParts, createParts } from "./createParts.ts";
import { registerOmnibox } from "./omnibox/registerOmnibox.ts";
import { classifySender } from "./pages/classifySender.ts";
import { createPorts } from "./pages/createPorts.ts";
import { createRateLimit } from "./pages/createRateLimit.ts";
import { followSites } from "./pages/followSites.ts";
import { createContentHandlers } from "./requests/createContentHandlers.ts";
import { createOptionsHandlers } from "./requests/createOptionsHandlers.ts";
import { createRequestRouter, type RequestRouter } from "./requests/createRequestRouter.ts";
import { defaultSettings } from "./settings/parseSettings.ts";
import { createLifecycleSignals } from "./signals/createLifecycleSignals.ts";
import { openFirstRun } from "./signals/openFirstRun.ts";

/** The worker, as its tests see it. */
export interface BackgroundWorker {
  /** Resolves when settings and host permissions have been read. */
  readonly ready: Promise<void>;
  /** How many messages were refused, by reason. */
  readonly refused: RequestRouter["refused"];
}

/**
 * Puts the worker together. All listeners are there when it returns, as the browser demands of a worker
 * that it wakes up for an event.
 */
export function createBackground(options: BackgroundOptions): BackgroundWorker {
  const { browser, clock } = options;
  const { runtime, tabs, scripting } = browser;
  const parts = createParts(options);
  const { settings, policy, client, sites, instance, state, ready } = parts;

  const classify = (sender: MessageSender) => classifySender(sender, runtime, sites.includes);
  const { refused } = createRequestRouter({
    runtime,
    handlers: {
      ...createContentHandlers({ ...parts, runtime, tabs, scripting }),
      ...createOptionsHandlers(parts),
    },
    ready,
    classify,
    mayAsk: createRateLimit(clock.now),
    onError: parts.reporting.report,
  });
  const ports = createPorts({
    runtime,
    classify: ({ sender = {} }) => ready.then(() => classify(sender)),
    first() {
      instance.wake();
      return state.getSnapshot();
    },
  });
  state.subscribe(() => ports.broadcast("content", state.getSnapshot()));
  for (const source of [client, instance, settings, policy, sites]) {
    source.subscribe(() => ports.broadcast("options", "changed"));
  }
  followSites({ browser, sites, settings, instance, ready });
  createLifecycleSignals({ ...parts, ready: policy.ready, runtime, clock });
  const isNeeded = () => needsFirstRun(settings.getSnapshot() ?? defaultSettings, policy);
  openFirstRun({ runtime, tabs, ready: policy.ready, isNeeded });
  listenToOmnibox(options, parts);
  return { ready, refused };
}

function listenToOmnibox({ browser }: BackgroundOptions, parts: BackgroundParts): void {
  const { omnibox, tabs } = browser;
  const { settings, client, instance, platform, isFirefox, ready, reporting, intake } = parts;
  if (omnibox === undefined) return;
  registerOmnibox({
    omnibox,
    tabs,
    ready,
    isFirefox,
    instance: () => ({
      url: settings.getSnapshot()?.instanceURL ?? defaultSettings.instanceURL,
      api: instance.api,
      platform,
      markers: client.consent === "granted",
    }),
    record: intake.recorder.recordAction,
    onFailure: reporting.report,
  });
}
