import {
  createInstanceTransport,
  createTelemetryClient,
  type FetchLike,
  noLocks,
} from "@action-telemetry/telemetry";
import { createExtensionStorage } from "@action-telemetry/telemetry/extension";
import type { ManualClock } from "@action-telemetry/telemetry/testing";
import { createBackground } from "../background/createBackground.ts";
import type { CreateReporting } from "../background/errors/createReportingHost.ts";
import { detectPlatform } from "../browser/detectPlatform.ts";
import { fakeVersion } from "./createFakeAPI.ts";
import { createFakeArea } from "./createFakeArea.ts";
import type { FakeBrowser } from "./createFakeBrowser.ts";

/** What outlives a worker. */
export interface FakeWorkerOptions {
  readonly browser: FakeBrowser;
  /** What is stored. */
  readonly items: Map<string, unknown>;
  /** What the browser keeps in its memory. */
  readonly session: Map<string, unknown>;
  readonly createReporting: CreateReporting;
  readonly fetch: FetchLike;
  readonly clock: ManualClock;
  readonly globalPrivacyControl: boolean;
}

/** Starts a worker, which can be ended at any moment: then it has neither storage nor network nor time. */
export function startFakeWorker(options: FakeWorkerOptions) {
  const { browser, items, globalPrivacyControl } = options;
  const area = createFakeArea(items);
  const waitingArea = createFakeArea(options.session);
  const storage = createExtensionStorage({ area, locks: noLocks });
  let isOver = false;
  const fetch: FetchLike = (url, init) =>
    isOver ? new Promise<never>(() => undefined) : options.fetch(url, init);
  const clock = {
    now: options.clock.now,
    setTimer: (callback: () => void, delay: number) =>
      options.clock.setTimer(() => !isOver && callback(), delay),
  };
  const worker = createBackground({
    browser: browser.api,
    area,
    waitingArea,
    createClient: (instanceUrl, consent) =>
      createTelemetryClient({
        instanceUrl,
        consent,
        source: "CODEHOSTINTEGRATION",
        platform: detectPlatform(browser.api.runtime),
        client: { name: "browser-extension", version: fakeVersion },
        storage,
        clock,
        transport: createInstanceTransport({ fetch, clock }),
      }),
    eraseInstance: (url) => storage.open(url).erase(),
    createReporting: options.createReporting,
    fetch,
    clock,
    globalPrivacyControl,
  });
  return {
    area,
    waitingArea,
    ready: worker.ready,
    refused: worker.refused,
    end() {
      isOver = true;
      area.dieAfter(0);
      waitingArea.dieAfter(0);
      browser.endWorker();
    },
  };
}
