import type { TelemetryInspection } from "@action-telemetry/telemetry";
import type { PermissionSet } from "../browser/WebExtensionAPI.ts";
import type { InstanceCheck } from "../messages/InstanceCheck.ts";
import type { SettingsChange } from "../messages/SettingsChange.ts";
import type { SettingsView } from "../messages/SettingsView.ts";
import type { OptionsContextValue } from "../options/connection/OptionsContext.ts";
import type { OptionsSnapshot } from "../options/connection/OptionsConnection.ts";
import { createListeners } from "../browser/createListeners.ts";
import { createFakeEvent } from "./createFakeEvent.ts";
import { exampleSettings } from "./exampleSettings.ts";

/** The surroundings of the options page, and what it did there. */
export interface FakeOptions extends OptionsContextValue {
  readonly changes: SettingsChange[];
  readonly permissionCalls: (readonly [act: "request" | "remove", set: PermissionSet])[];
  readonly decisions: string[];
  /** What the worker says from now on. */
  change(more: Partial<SettingsView>): void;
  /** Whether the person agrees to what the browser asks. */
  isAgreed: boolean;
}

const inspection: TelemetryInspection = {
  instanceUrl: "https://sourcegraph.com",
  consent: "granted",
  status: "idle",
  storage: "persistent",
  anonymizedUserId: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11",
  queue: [],
  dropped: {},
  sent: [],
};

/**
 * Makes the surroundings of an options page that a test shows.
 *
 * @param initial - What differs from the example; `null` when the worker has not answered.
 * @param tabURL - The address of the tab that the popup was opened over.
 */
export function createFakeOptions(
  initial: Partial<SettingsView> | null = {},
  tabURL?: string,
): FakeOptions {
  const listeners = createListeners();
  let snapshot: OptionsSnapshot = {
    settings: initial === null ? undefined : { ...exampleSettings, ...initial },
    isLost: false,
  };
  const fake: FakeOptions = {
    changes: [],
    permissionCalls: [],
    decisions: [],
    isAgreed: true,
    change(more) {
      snapshot = { ...snapshot, settings: { ...exampleSettings, ...snapshot.settings, ...more } };
      listeners.notify();
    },
    connection: {
      getSnapshot: () => snapshot,
      subscribe: listeners.subscribe,
      async write(change) {
        fake.changes.push(change);
        const { instanceURL, allowErrorReporting, enabled } = change;
        if (instanceURL !== undefined) fake.change({ instanceURL, session: "unknown" });
        if (allowErrorReporting !== undefined) fake.change({ allowErrorReporting });
        if (enabled !== undefined) fake.change({ enabled });
        return true;
      },
      check: async (): Promise<InstanceCheck> => "looks-good",
      consent: {
        get state() {
          return snapshot.settings?.sendTelemetry.state ?? "unknown";
        },
        async set(state) {
          fake.decisions.push(state);
          if (!fake.isAgreed) throw new Error("declined");
        },
        subscribe: listeners.subscribe,
      },
      inspected: {
        inspect: async () => inspection,
        subscribe: listeners.subscribe,
        flush: async () => undefined,
        erase: async () => undefined,
      },
      close: () => undefined,
    },
    ...createSurroundings(() => fake, tabURL),
  };
  return fake;
}

/** What the page asks of the browser itself. */
function createSurroundings(
  fake: () => FakeOptions,
  tabURL: string | undefined,
): Pick<FakeOptions, "permissions" | "tabs"> {
  return {
    permissions: {
      contains: async () => fake().isAgreed,
      async request(set) {
        fake().permissionCalls.push(["request", set]);
        return fake().isAgreed;
      },
      async remove(set) {
        fake().permissionCalls.push(["remove", set]);
        return true;
      },
      onAdded: createFakeEvent(),
      onRemoved: createFakeEvent(),
    },
    tabs: {
      query: async () => [{ index: 0, ...(tabURL !== undefined && { url: tabURL }) }],
      create: async () => ({ index: 0 }),
    },
  };
}
