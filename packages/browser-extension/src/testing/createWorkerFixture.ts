import { createManualClock } from "@action-telemetry/telemetry/testing";
import type { MessageSender } from "../browser/WebExtensionAPI.ts";
import type { Answer } from "../messages/Answer.ts";
import type { ExtensionState } from "../messages/ExtensionState.ts";
import type { InputOf, RequestKind, ValueOf } from "../messages/Requests.ts";
import { fakeId } from "./createFakeAPI.ts";
import { createFakeBrowser, type FakeBrowserOptions } from "./createFakeBrowser.ts";
import { createFakeInstance } from "./createFakeInstance.ts";
import { createFakeReporting } from "./createFakeReporting.ts";
import { startFakeWorker } from "./startFakeWorker.ts";

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

/** Starts a worker in a fake browser, with fake instances, at a clock that stands still. */
export async function createWorkerFixture(options: WorkerFixtureOptions = {}) {
  const { settings, globalPrivacyControl = false } = options;
  const browser = createFakeBrowser(options);
  const items = new Map<string, unknown>(settings === undefined ? [] : [["settings", settings]]);
  const instance = createFakeInstance();
  const clock = createManualClock();
  const optionsSender: MessageSender = { id: fakeId, url: `${browser.root}options.html` };
  const errors = createFakeReporting();
  const { createReporting } = errors;
  const { fetch } = instance;
  const surroundings = { browser, items, createReporting, fetch, clock, globalPrivacyControl };
  let worker = startFakeWorker(surroundings);

  async function ask<K extends RequestKind>(kind: K, input: InputOf<K>, sender: MessageSender) {
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
    /** What errors were reported, and where to. */
    errors,
    get area() {
      return worker.area;
    },
    get worker() {
      return worker;
    },
    /** Ends the worker wherever it is, and starts another. */
    async restart() {
      worker.end();
      worker = startFakeWorker(surroundings);
      await clock.settle();
    },
    /** Asks as a content script. */
    content: <K extends RequestKind>(kind: K, input: InputOf<K>, sender = contentSender) =>
      ask(kind, input, sender),
    /** Asks as the options page. */
    options: <K extends RequestKind>(kind: K, input: InputOf<K>) => ask(kind, input, optionsSender),
    /** Opens the port of a content script; `states` are what it was told. */
    async openContent(sender = contentSender) {
      const { messages } = browser.connect("content", sender);
      await clock.settle();
      return {
        states: messages as ExtensionState[],
        latest: () => messages.at(-1) as ExtensionState,
      };
    },
    /** Lets a minute pass, and everything that follows. */
    pass: (milliseconds = 60_000) => clock.advance(milliseconds),
    /** The names of all events that arrived. */
    get arrived() {
      return instance.batches.flatMap(({ events }) => events.map(({ name }) => name));
    },
  };
}
