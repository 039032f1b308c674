import type { ConsentState } from "@action-telemetry/telemetry";
import { expect, it } from "vitest";
import { createListeners } from "../../browser/createListeners.ts";
import { createFakeArea } from "../../testing/createFakeArea.ts";
import type { ClientHost } from "../client/createClientHost.ts";
import type { ConsentPolicy } from "../consent/createConsentPolicy.ts";
import { defaultSettings } from "../settings/parseSettings.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import { createHeldEvents, type HeldEvent } from "./createHeldEvents.ts";
import { releaseHeld } from "./releaseHeld.ts";

const createHeld = (digit: number): HeldEvent => ({
  event: {
    id: `019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e7${digit}`,
    name: "hover",
    time: "2026-11-22T16:20:00.000Z",
  },
  instanceURL: defaultSettings.instanceURL,
});

it("A denial erases what is held although some of it is just being stored, and consent later brings nothing back", async () => {
  const listeners = createListeners();
  let consent: ConsentState = "unknown";
  const held = createHeldEvents(createFakeArea());
  const all = [createHeld(1), createHeld(2), createHeld(3)];
  for (const one of all) await held.add(one);
  const stored: HeldEvent[] = [];
  const change = (next: ConsentState) => {
    consent = next;
    listeners.notify();
  };
  const release = releaseHeld({
    settings: { getSnapshot: () => defaultSettings } as SettingsStore,
    policy: { decide: () => ({ state: consent }) } as unknown as ConsentPolicy,
    client: {
      get consent() {
        return consent;
      },
      subscribe: listeners.subscribe,
    } as ClientHost,
    held,
    async deliver(one) {
      stored.push(one);
      change("denied");
      await expect.poll(held.list).toEqual([]);
      change("granted");
    },
  });
  change("granted");
  await expect.poll(() => stored.length).toBe(1);
  // It takes its turn after all that is under way.
  await release();
  expect(stored).toEqual([all[0]]);
});
