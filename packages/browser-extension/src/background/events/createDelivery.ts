import type { TelemetryInputs } from "@action-telemetry/telemetry";
import type { ClientHost } from "../client/createClientHost.ts";
import type { ConsentPolicy } from "../consent/createConsentPolicy.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import type { HeldEvent } from "./createHeldEvents.ts";

/** What the delivery works with. */
export interface DeliveryOptions {
  readonly settings: SettingsStore;
  readonly policy: ConsentPolicy;
  readonly client: ClientHost;
  /** Asks the instance how visible a repository is. */
  readonly readVisibility: (repository: string) => Promise<TelemetryInputs["repositoryVisibility"]>;
}

/**
 * Hands an event to the client of the connected instance. Resolves when it is stored, or may not be;
 * never rejects.
 */
export type Deliver = (one: HeldEvent) => Promise<void>;

/** Makes the delivery. */
export function createDelivery(options: DeliveryOptions): Deliver {
  const { settings, policy, client, readVisibility } = options;
  let denials = 0;

  /** Under a strict policy the public instance only hears of repositories that it knows to be public. */
  async function mayHear({ instanceURL, repository }: HeldEvent): Promise<boolean> {
    const stateIn = (visibility?: TelemetryInputs["repositoryVisibility"]) =>
      policy.decide(instanceURL, visibility).state;
    if (stateIn("unknown") === stateIn()) return true;
    return repository !== undefined && stateIn(await readVisibility(repository)) !== "denied";
  }

  client.subscribe(() => {
    if (client.consent === "denied") denials += 1;
  });
  return async (one) => {
    const before = denials;
    await policy.ready;
    if (!(await mayHear(one))) return;
    // It was meant for the instance that was connected when it happened, and a denial ends all before.
    if (before === denials && one.instanceURL === settings.getSnapshot()?.instanceURL) {
      await client.current?.adopt(one.event, one.argumentsDropped);
    }
  };
}
