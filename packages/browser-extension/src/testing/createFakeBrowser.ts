import type {
  MessageSender,
  PermissionSet,
  RegisteredContentScript,
} from "../browser/WebExtensionAPI.ts";
import { createFakeAPI, fakeId } from "./createFakeAPI.ts";
import { createFakeCalls } from "./createFakeCalls.ts";
import { createFakeConnection, type FakeConnection } from "./createFakeConnection.ts";
import { createFakeManaged, type FakePrescription } from "./createFakeManaged.ts";
import { createFakePermissions } from "./createFakePermissions.ts";
import { createFakeEvents } from "./createFakeEvents.ts";

/** What a fake browser begins with. */
export interface FakeBrowserOptions {
  readonly browser?: "chrome" | "firefox";
  readonly permissions?: PermissionSet;
  readonly managed?: FakePrescription;
}

/** A browser without pages, for tests of the worker. */
export type FakeBrowser = ReturnType<typeof createFakeBrowser>;

/** Makes a fake browser. What it holds outlives the worker that listens to it. */
export function createFakeBrowser(options: FakeBrowserOptions = {}) {
  const { browser = "chrome" } = options;
  const root = browser === "chrome" ? `chrome-extension://${fakeId}/` : "moz-extension://uuid/";
  const events = createFakeEvents();
  const ports = new Set<() => void>();
  const waiting = new Set<(answer: undefined) => void>();
  const alarms = new Map<string, { readonly periodInMinutes: number }>();
  const scripts = new Map<string, RegisteredContentScript>();
  const managed = createFakeManaged(options.managed ?? {}, events.onManagedChanged);
  const { note, ...calls } = createFakeCalls();
  const permissions = createFakePermissions(options.permissions, events);
  let tabs: { id: number; index: number; url: string }[] = [];

  const api = createFakeAPI({
    root,
    events,
    alarms,
    scripts,
    managed: managed.area,
    note,
    permissions: permissions.get,
    tabs: () => tabs,
  });

  return {
    api,
    events,
    alarms,
    scripts,
    root,
    ...calls,
    openTabs(urls: readonly string[]) {
      tabs = urls.map((url, index) => ({ id: index + 1, index, url }));
    },
    grant: permissions.grant,
    revoke: permissions.revoke,
    prescribe: managed.prescribe,
    /** Sends a message; `undefined` when the worker does not answer. */
    send: (message: unknown, sender: MessageSender): Promise<unknown> =>
      new Promise((resolve) => {
        waiting.add(resolve);
        const isKept = events.onMessage.emit(structuredClone(message), sender, (answer) =>
          resolve(structuredClone(answer)),
        );
        if (!isKept.includes(true)) resolve(undefined);
      }),
    connect(name: string, sender: MessageSender): FakeConnection {
      const connection = createFakeConnection(name, sender);
      ports.add(connection.end);
      events.onConnect.emit(connection.port);
      return connection;
    },
    /** Ends the worker: nobody listens or answers any more, and ports are closed. What the browser holds stays. */
    endWorker() {
      for (const event of Object.values(events)) event.clear();
      for (const resolve of waiting) resolve(undefined);
      waiting.clear();
      for (const end of ports) end();
      ports.clear();
    },
  };
}
