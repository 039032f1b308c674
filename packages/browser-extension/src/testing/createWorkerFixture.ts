import { createManualClock } from "@action-telemetry/telemetry/testing";
import type { MessageSender } from "../browser/WebExtensionAPI.ts";
import type { Answer } from "../messages/Answer.ts";
import type { InputOf, RequestKind, ValueOf } from "../messages/Requests.ts";
import { fakeId, fakeVersion } from "./createFakeAPI.ts";
import { createFakeBrowser, type FakeBrowserOptions } from "./createFakeBrowser.ts";
import { createFakeInstance } from "./createFakeInstance.ts";
import { createFakeReporting } from "./createFakeReporting.ts";
import { contentSender, createFakeTabs } from "./createFakeTabs.ts";
import { startFakeWorker } from "./startFakeWorker.ts";

/** What a worker begins with. */
export interface WorkerFixtureOptions extends FakeBrowserOptions {
  /** What is stored as settings, beside the version that runs. */
  readonly settings?: unknown;
  /** Whether the extension has never run before. */
  readonly isNew?: boolean;
  readonly globalPrivacyControl?: boolean;
}

/** A worker in a fake browser. */
export type WorkerFixture = Awaited<ReturnType<typeof createWorkerFixture>>;

/** Starts a worker in a fake browser, with fake instances, at a clock that stands still. */
export async function createWorkerFixture(options: WorkerFixtureOptions = {}) {
  const { settings = {}, isNew = false, globalPrivacyControl = false } = options;
  const browser = createFakeBrowser(options);
  const items = new Map<string, unknown>(isNew ? [] : [["settings", withVersion(settings)]]);
  /** What the browser keeps in its memory. */
  const session = new Map<string, unknown>();
  const instance = createFakeInstance();
  const { fetch } = instance;
  const clock = createManualClock();
  const optionsSender: MessageSender = { id: fakeId, url: `${browser.root}options.html` };
  const errors = createFakeReporting();
  const { createReporting } = errors;
  const surroundings = {
    browser,
    items,
    session,
    createReporting,
    fetch,
    clock,
    globalPrivacyControl,
  };
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
    session,
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
    ...createFakeTabs(browser, clock),
    /** Lets a minute pass, and everything that follows. */
    pass: (milliseconds = 60_000) => clock.advance(milliseconds),
    /** The names of all events that arrived. */
    get arrived() {
      return instance.arrived.map(({ name }) => name);
    },
  };
}

/** Settings as a worker of this version has stored them; what is no settings stays what it is. */
function withVersion(settings: unknown): unknown {
  const isReadable = typeof settings === "object" && settings !== null && !Array.isArray(settings);
  return isReadable ? { lastVersion: fakeVersion, ...settings } : settings;
}
