import type { Page } from "playwright";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { createInstance, type Instance } from "../../instance/createInstance.ts";
import type { SettingsChange } from "../../../src/messages/SettingsChange.ts";
import { servePages } from "../pages/servePages.ts";
import { askWorker } from "./askWorker.ts";
import { copyForTests } from "./copyForTests.ts";
import { openChromium, type ChromiumOptions, type OpenChromium } from "./openChromium.ts";
import { openManagement } from "./openManagement.ts";
import { openUI, type UI } from "./openUI.ts";
import { startHosts, type Handle } from "./startHosts.ts";

/** The address of the instance that the person set up. */
export const ownInstance = "https://search.example";

/** A page with the extension in it, and what a person sees there. */
export interface OpenPage {
  readonly page: Page;
  readonly ui: UI;
}

/** Chromium with the extension, code hosts and instances, for all tests of a file. */
export interface ExtensionFixture {
  readonly chromium: OpenChromium;
  /** The folder of the built extension's source maps. */
  readonly sourceMaps: string;
  /** Prescribes something, as an administrator does; Chromium looks for it within seconds. */
  readonly prescribe: (items: Readonly<Record<string, unknown>>) => void;
  /** The person's own instance. */
  readonly own: Instance;
  /** The instance of everybody. */
  readonly everybodys: Instance;
  /** Opens a page in a tab of its own. */
  readonly open: (address: string) => Promise<OpenPage>;
  /** Does something that opens a tab, and waits for that. */
  readonly openBy: (act: () => Promise<unknown>) => Promise<Page>;
  /** Changes settings, as the options page does. */
  readonly change: (change: SettingsChange) => Promise<void>;
  /** Waits until an instance holds as many events. */
  readonly stored: (instance: Instance, count: number) => Promise<void>;
}

/** What {@link setUpExtension} works with. */
export interface ExtensionOptions extends Partial<ChromiumOptions> {
  /** Who else answers, by host name. */
  readonly more?: Readonly<Record<string, Handle>>;
  /** Whether it may do no more than it is published with. Default: it may run on every site. */
  readonly isPublished?: boolean;
  /** Whether it can be managed: where `whyUnmanaged` knows no reason against it. */
  readonly isManaged?: boolean;
  /** Whether tests begin before Chromium has said what an administrator prescribes, and that is nothing. */
  readonly isUnsettled?: boolean;
}

/** Starts all of it before the first test of a file and ends it after the last. */
export function setUpExtension(options: ExtensionOptions = {}): ExtensionFixture {
  let started: Started | undefined;
  const get = () => {
    if (started === undefined) throw new Error("The browser starts before the first test.");
    return started;
  };
  // Whatever was started is ended, last first, also when something after it could not be.
  const endings: (() => unknown)[] = [];
  beforeAll(async () => {
    started = await start(options, (end) => endings.unshift(end));
  });
  afterAll(async () => {
    for (const end of endings) await end();
  });
  const fixture: ExtensionFixture = {
    get chromium() {
      return get().chromium;
    },
    get sourceMaps() {
      return get().sourceMaps;
    },
    get prescribe() {
      return get().prescribe;
    },
    get own() {
      return get().own;
    },
    get everybodys() {
      return get().everybodys;
    },
    async open(address) {
      const page = await get().chromium.context.newPage();
      await page.goto(address);
      return { page, ui: await openUI(page) };
    },
    async openBy(act) {
      const opened = get().chromium.context.waitForEvent("page", { timeout: 60_000 });
      const [page] = await Promise.all([opened, act()]);
      return page;
    },
    async change(change) {
      await askWorker(get().chromium, "writeSettings", change);
    },
    stored: (instance, count) =>
      expect.poll(() => instance.events().length, { timeout: 60_000 }).toBe(count),
  };
  return fixture;
}

interface Started {
  readonly chromium: OpenChromium;
  readonly sourceMaps: string;
  readonly prescribe: ExtensionFixture["prescribe"];
  readonly own: Instance;
  readonly everybodys: Instance;
}

async function start(
  {
    more = {},
    isPublished = false,
    isManaged = false,
    isUnsettled = false,
    ...options
  }: ExtensionOptions,
  onStarted: (end: () => unknown) => void,
): Promise<Started> {
  const own = await createInstance();
  onStarted(own.stop);
  const everybodys = await createInstance();
  onStarted(everybodys.stop);
  const hosts = await startHosts({
    ...servePages(),
    ...more,
    "search.example": own.handle,
    "sourcegraph.com": everybodys.handle,
  });
  onStarted(hosts.stop);
  const extension = copyForTests({ isPublished, isManaged: isManaged || isUnsettled });
  onStarted(extension.remove);
  const management = isManaged ? openManagement() : undefined;
  onStarted(() => management?.remove());
  const chromium = await openChromium({
    extension: extension.folder,
    resolverRules: hosts.resolverRules,
    executable: management?.executable,
    ...options,
  });
  onStarted(chromium.close);
  if (!isUnsettled) await settle(chromium, isManaged);
  return {
    chromium,
    sourceMaps: extension.sourceMaps,
    prescribe: (items) => management?.prescribe(extension.folder, items),
    own,
    everybodys,
  };
}

/** Waits until everything that decides on telemetry has been read: before, links have no markers. */
async function settle(chromium: OpenChromium, isManaged: boolean): Promise<void> {
  // Chromium answers this once it has nothing else to do: so it is left alone.
  if (isManaged) await chromium.worker.evaluate("chrome.storage.managed.get(null)");
  await vi.waitFor(
    async () => {
      const { sendTelemetry } = await askWorker(chromium, "readSettings", {});
      expect(sendTelemetry.state).toBe("granted");
    },
    { timeout: 120_000, interval: 500 },
  );
}
