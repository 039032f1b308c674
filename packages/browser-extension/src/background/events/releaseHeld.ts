import type { ClientHost } from "../client/createClientHost.ts";
import type { ConsentPolicy } from "../consent/createConsentPolicy.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import type { Deliver } from "./createDelivery.ts";
import type { HeldEvents } from "./createHeldEvents.ts";

/** What {@link releaseHeld} works with. */
export interface ReleaseOptions {
  readonly settings: SettingsStore;
  readonly policy: ConsentPolicy;
  readonly client: ClientHost;
  readonly held: HeldEvents;
  readonly deliver: Deliver;
}

/**
 * Lets go of events that were held, whenever it becomes known whether they may be stored: what is denied
 * is erased at once, what is allowed is stored first.
 *
 * @returns The function to call when one was held while that may have become known.
 */
export function releaseHeld(options: ReleaseOptions): () => Promise<void> {
  const { settings, policy, client, held, deliver } = options;
  let turn: Promise<void> = Promise.resolve();
  let followed = "";

  async function release(): Promise<void> {
    await held.remove(({ instanceURL }) => policy.decide(instanceURL).state === "denied");
    turn = turn.then(store);
    return turn;
  }

  async function store(): Promise<void> {
    for (const one of await held.list()) {
      const { instanceURL, enabled } = settings.getSnapshot() ?? {};
      const isDue = enabled === true && one.instanceURL === instanceURL;
      if (!isDue || client.consent !== "granted") continue;
      // A denial may have erased it since the list was made, and may be over.
      if (!(await held.has(one))) continue;
      await deliver(one);
      await held.remove(({ event }) => event.id === one.event.id);
    }
  }

  client.subscribe(() => {
    const { instanceURL, enabled } = settings.getSnapshot() ?? {};
    const now = JSON.stringify([client.consent, instanceURL, enabled]);
    if (now === followed || client.consent === "unknown") return;
    followed = now;
    void release();
  });
  return release;
}
