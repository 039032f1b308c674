import {
  createInstanceTransport,
  createTelemetryClient,
  noLocks,
} from "@action-telemetry/telemetry";
import { createExtensionStorage } from "@action-telemetry/telemetry/extension";
import { createManualClock } from "@action-telemetry/telemetry/testing";
import { createBackground } from "../background/createBackground.ts";
import { detectPlatform } from "../browser/detectPlatform.ts";
import type { MessageSender } from "../browser/WebExtensionAPI.ts";
import type { Answer } from "../messages/Answer.ts";
import type { ExtensionState } from "../messages/ExtensionState.ts";
import type { InputOf, RequestKind, ValueOf } from "../messages/Requests.ts";
import { createFakeArea } from "./createFakeArea.ts";
import { createFakeBrowser, type FakeBrowserOptions, fakeId } from "./createFakeBrowser.ts";
import { createFakeInstance } from "./createFakeInstance.ts";

/** What a worker begins with. */
export interface WorkerFixtureOptions extends FakeBrowserOptions {
  /** What is stored as settings. */
  readonly settings?: unknown;
  readonly globalPrivacyControl?: boolean;
}

/** A content script's identity, on GitHub. */
export const contentSender: MessageSender = {
  id: fakeId,
  url: "https://github.com/a/b?token=T#frag",
  frameId: 0,
  tab: { id: 1 },
};

/** A worker in a fake browser, with fake instances, at a clock that stands still. */
export type WorkerFixture = Awaited<ReturnType<typeof createWorkerFixture>>;

/** Starts a worker. */
export async function createWorkerFixture(options: WorkerFixtureOptions = {}) {
  const browser = createFakeBrowser(options);
  const items = new Map<string, unknown>();
  if (options.settings !== undefined) items.set("settings", options.settings);
  const instance = createFakeInstance();
  const clock = createManualClock();
  const optionsSender: MessageSender = { id: fakeId, url: `${browser.root}options.html` };
  let area = createFakeArea(items);
  let worker = start();

  function start() {
    const own = area;
    const { fetch } = instance;
    const storage = createExtensionStorage({ area: own, locks: noLocks });
    return createBackground({
      browser: browser.api,
      area: own,
      createClient: (instanceUrl, consent) =>
        createTelemetryClient({
          instanceUrl,
          consent,
          source: "CODEHOSTINTEGRATION",
          platform: detectPlatform(browser.api.runtime),
          client: { name: "browser-extension", version: "1.2.3" },
          storage,
          clock,
          transport: createInstanceTransport({ fetch, clock }),
        }),
      eraseInstance: (url) => storage.open(url).erase(),
      fetch,
      clock,
      globalPrivacyControl: options.globalPrivacyControl === true,
    });
  }

  async function ask<K extends RequestKind>(
    kind: K,
    input: InputOf<K>,
    sender: MessageSender,
  ): Promise<Answer<ValueOf<K>> | undefined> {
    const answer = browser.send({ ...input, kind }, sender);
    await clock.settle();
    return (await answer) as Answer<ValueOf<K>> | undefined;
  }

  await clock.settle();
  return {
    browser,
    instance,
    clock,
    items,
    get area() {
      return area;
    },
    get worker() {
      return worker;
    },
    /** Ends the worker wherever it is, and starts another. */
    async restart() {
      area.dieAfter(0);
      browser.endWorker();
      area = createFakeArea(items);
      worker = start();
      await clock.settle();
    },
    /** Asks as a content script. */
    content: <K extends RequestKind>(kind: K, input: InputOf<K>, sender = contentSender) =>
      ask(kind, input, sender),
    /** Asks as the options page. */
    options: <K extends RequestKind>(kind: K, input: InputOf<K>) => ask(kind, input, optionsSender),
    /** Opens the port of a content script; `states` are what it was told. */
    async openContent(sender = contentSender) {
      const connection = browser.connect("content", sender);
      await clock.settle();
      return {
        ...connection,
        states: connection.messages as ExtensionState[],
        get state() {
          return connection.messages.at(-1) as ExtensionState | undefined;
        },
      };
    },
    /** Lets a minute pass, and everything that follows. */
    async pass(milliseconds = 60_000) {
      await clock.advance(milliseconds);
      await clock.settle();
    },
    /** The names of all events that arrived. */
    get arrived() {
      return instance.batches.flatMap(({ events }) => events.map(({ name }) => name));
    },
  };
}
