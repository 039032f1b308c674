import type {
  MessageSender,
  OmniboxAPI,
  PermissionSet,
  Port,
  RegisteredContentScript,
  RuntimeAPI,
  StorageAPI,
  WebExtensionAPI,
} from "../browser/WebExtensionAPI.ts";
import { createFakeArea } from "./createFakeArea.ts";
import { createFakeEvent, type FakeEvent } from "./createFakeEvent.ts";

type ListenerOf<Event> = Event extends { addListener(listener: infer Listener): void }
  ? Listener extends (...values: never[]) => unknown
    ? Listener
    : never
  : never;

/** One end of a port, as the one who opened it sees it. */
export interface FakeConnection {
  /** What the worker sent. */
  readonly messages: unknown[];
  readonly isOpen: boolean;
  disconnect(): void;
}

/** What a fake browser begins with. */
export interface FakeBrowserOptions {
  readonly browser?: "chrome" | "firefox";
  readonly permissions?: PermissionSet;
  /** What an administrator prescribes; `reject` is an error of that message. */
  readonly managed?: Record<string, unknown> | { readonly reject: string };
}

/** The extension's ID in the fake browser. */
export const fakeId = "extension-id";

/** A browser without pages, for tests of the worker. */
export type FakeBrowser = ReturnType<typeof createFakeBrowser>;

/** Makes a fake browser. What it holds outlives the worker that listens to it. */
export function createFakeBrowser(options: FakeBrowserOptions = {}) {
  const { browser = "chrome", managed = {} } = options;
  const root = browser === "chrome" ? `chrome-extension://${fakeId}/` : "moz-extension://uuid/";
  const events = createEvents();
  const ports = new Set<() => void>();
  const alarms = new Map<string, { readonly periodInMinutes: number }>();
  const scripts = new Map<string, RegisteredContentScript>();
  const calls: { readonly name: string; readonly values: readonly unknown[] }[] = [];
  let permissions: PermissionSet = options.permissions ?? { origins: [], permissions: [] };
  let tabs: { id: number; index: number; url: string }[] = [];

  const note =
    <T>(name: string, result: T) =>
    (...values: readonly unknown[]): Promise<T> => {
      calls.push({ name, values });
      return Promise.resolve(result);
    };

  const runtime: RuntimeAPI = {
    id: fakeId,
    getURL: (path) => root + path,
    getManifest: () => ({ version: "1.2.3" }),
    connect: () => {
      throw new Error("The worker opens no ports.");
    },
    sendMessage: () => Promise.reject(new Error("The worker sends no messages.")),
    openOptionsPage: note("openOptionsPage", undefined),
    setUninstallURL: note("setUninstallURL", undefined),
    onMessage: events.onMessage,
    onConnect: events.onConnect,
    onInstalled: events.onInstalled,
    onStartup: events.onStartup,
  };
  const managedArea: StorageAPI["managed"] = {
    get: () =>
      "reject" in managed
        ? Promise.reject(new Error(String(managed["reject"])))
        : Promise.resolve(structuredClone(managed)),
  };
  const api: WebExtensionAPI = {
    runtime,
    storage: { local: createFakeArea(), managed: managedArea },
    permissions: {
      getAll: () => Promise.resolve(structuredClone(permissions)),
      contains: () => Promise.resolve(true),
      request: note("request", true),
      remove: note("remove", true),
      onAdded: events.onAdded,
      onRemoved: events.onRemoved,
    },
    scripting: {
      registerContentScripts: async (added) => {
        for (const script of added) {
          if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        }
        for (const script of added) scripts.set(script.id, script);
      },
      unregisterContentScripts: async ({ ids }) => {
        for (const id of ids) {
          if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
        }
      },
      getRegisteredContentScripts: async ({ ids }) =>
        [...scripts.values()].filter(({ id }) => ids.includes(id)),
      executeScript: note("executeScript", undefined),
    },
    tabs: {
      query: async ({ url }) =>
        url === undefined
          ? tabs
          : tabs.filter((tab) => url.some((at) => tab.url.startsWith(at.slice(0, -1)))),
      create: note("tabs.create", { index: 0 }),
      update: note("tabs.update", undefined),
      remove: note("tabs.remove", undefined),
    },
    alarms: {
      create: (name, info) => void alarms.set(name, info),
      clear: async (name) => alarms.delete(name),
      onAlarm: events.onAlarm,
    },
    omnibox: {
      setDefaultSuggestion: note("setDefaultSuggestion", undefined),
      onInputStarted: events.onInputStarted,
      onInputChanged: events.onInputChanged,
      onInputEntered: events.onInputEntered,
    },
  };

  return {
    api,
    events,
    alarms,
    scripts,
    root,
    /** Calls of what has an effect outside, in order. */
    calls,
    callsOf: (name: string) =>
      calls.filter((call) => call.name === name).map(({ values }) => values),
    openTabs(urls: readonly string[]) {
      tabs = urls.map((url, index) => ({ id: index + 1, index, url }));
    },
    /** Changes what is granted, and tells the worker. */
    grant(added: PermissionSet) {
      permissions = combine(permissions, added, (before, more) => [
        ...new Set([...before, ...more]),
      ]);
      events.onAdded.emit(added);
    },
    revoke(removed: PermissionSet) {
      permissions = combine(permissions, removed, (before, less) =>
        before.filter((name) => !less.includes(name)),
      );
      events.onRemoved.emit(removed);
    },
    /** Sends a message; `undefined` when the worker does not answer. */
    send: (message: unknown, sender: MessageSender): Promise<unknown> =>
      new Promise((resolve) => {
        const isKept = events.onMessage.emit(structuredClone(message), sender, (answer) =>
          resolve(structuredClone(answer)),
        );
        if (!isKept.includes(true)) resolve(undefined);
      }),
    connect(name: string, sender: MessageSender): FakeConnection {
      const connection = createConnection(name, sender);
      ports.add(connection.end);
      events.onConnect.emit(connection.port);
      return connection;
    },
    /** Ends the worker: nobody listens any more, and ports are closed. What the browser holds stays. */
    endWorker() {
      for (const event of Object.values(events)) event.clear();
      for (const end of ports) end();
      ports.clear();
    },
  };
}

function createEvents() {
  return {
    onMessage: createFakeEvent<ListenerOf<RuntimeAPI["onMessage"]>>(),
    onConnect: createFakeEvent<ListenerOf<RuntimeAPI["onConnect"]>>(),
    onInstalled: createFakeEvent<ListenerOf<RuntimeAPI["onInstalled"]>>(),
    onStartup: createFakeEvent<ListenerOf<RuntimeAPI["onStartup"]>>(),
    onAdded: createFakeEvent<(permissions: PermissionSet) => void>(),
    onRemoved: createFakeEvent<(permissions: PermissionSet) => void>(),
    onAlarm: createFakeEvent<(alarm: { readonly name: string }) => void>(),
    onInputStarted: createFakeEvent<ListenerOf<OmniboxAPI["onInputStarted"]>>(),
    onInputChanged: createFakeEvent<ListenerOf<OmniboxAPI["onInputChanged"]>>(),
    onInputEntered: createFakeEvent<ListenerOf<OmniboxAPI["onInputEntered"]>>(),
  };
}

function combine(
  before: PermissionSet,
  change: PermissionSet,
  apply: (before: readonly string[], change: readonly string[]) => string[],
): PermissionSet {
  const next: Record<string, string[]> = { ...(before as Record<string, string[]>) };
  for (const [kind, names] of Object.entries(change as Record<string, string[]>)) {
    next[kind] = apply(next[kind] ?? [], names);
  }
  return next;
}

function createConnection(name: string, sender: MessageSender) {
  const messages: unknown[] = [];
  const onDisconnect: FakeEvent<(port: Port) => void> = createFakeEvent();
  let isOpen = true;
  const port: Port = {
    name,
    sender,
    postMessage(message) {
      if (!isOpen) throw new Error("Attempting to use a disconnected port object");
      messages.push(structuredClone(message));
    },
    disconnect() {
      isOpen = false;
    },
    onMessage: createFakeEvent<(message: unknown) => void>(),
    onDisconnect,
  };
  return {
    port,
    messages,
    get isOpen() {
      return isOpen;
    },
    end() {
      isOpen = false;
    },
    disconnect() {
      isOpen = false;
      onDisconnect.emit(port);
    },
  };
}
