import type {
  ManagedStorageAreaAPI,
  PermissionSet,
  RegisteredContentScript,
  RuntimeAPI,
  ScriptingAPI,
  Tab,
  WebExtensionAPI,
} from "../browser/WebExtensionAPI.ts";
import { createFakeArea } from "./createFakeArea.ts";
import type { FakeEvents } from "./createFakeEvents.ts";

/** The extension's ID in the fake browser. */
export const fakeId = "extension-id";

/** The version of the extension in it. */
export const fakeVersion = "1.2.3";

/** What a fake browser holds. */
export interface FakeAPIOptions {
  /** The beginning of the addresses of the extension's own pages. */
  readonly root: string;
  readonly events: FakeEvents;
  readonly alarms: Map<string, { readonly periodInMinutes: number }>;
  readonly scripts: Map<string, RegisteredContentScript>;
  readonly managed: ManagedStorageAreaAPI;
  /** Makes a function that notes its calls. */
  readonly note: <T>(name: string, result: T) => (...values: readonly unknown[]) => Promise<T>;
  readonly permissions: () => PermissionSet;
  readonly tabs: () => readonly (Tab & { readonly url: string })[];
}

/** Makes the API of a fake browser. */
export function createFakeAPI(options: FakeAPIOptions): WebExtensionAPI {
  const { events, alarms, note, permissions, tabs } = options;
  return {
    runtime: createRuntime(options),
    storage: { local: createFakeArea(), managed: options.managed },
    permissions: {
      getAll: async () => structuredClone(permissions()),
      contains: async () => true,
      request: note("request", true),
      remove: note("remove", true),
      onAdded: events.onAdded,
      onRemoved: events.onRemoved,
    },
    scripting: createScripting(options),
    tabs: {
      query: async ({ url: patterns }) =>
        tabs().filter(
          ({ url }) => patterns?.some((pattern) => url.startsWith(pattern.slice(0, -1))) ?? true,
        ),
      create: note("tabs.create", { index: 0 }),
      update: note("tabs.update", undefined),
      remove: note("tabs.remove", undefined),
      getCurrent: async () => undefined,
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
}

function createRuntime({ root, events, note }: FakeAPIOptions): RuntimeAPI {
  return {
    id: fakeId,
    getURL: (path) => root + path,
    getManifest: () => ({ version: fakeVersion }),
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
}

/** As browsers do, it refuses a name that is taken, and one that is not there. */
function createScripting({ scripts, note }: FakeAPIOptions): ScriptingAPI {
  return {
    async registerContentScripts(added) {
      for (const script of added) {
        if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        scripts.set(script.id, script);
      }
    },
    async unregisterContentScripts({ ids }) {
      for (const id of ids) {
        if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      }
    },
    getRegisteredContentScripts: async ({ ids }) =>
      [...scripts.values()].filter(({ id }) => ids.includes(id)),
    executeScript: note("executeScript", undefined),
  };
}
