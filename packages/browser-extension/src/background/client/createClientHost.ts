import type { ConsentState, TelemetryClient } from "@action-telemetry/telemetry";
import type { ConsentPolicy } from "../consent/createConsentPolicy.ts";
import { createListeners } from "../../browser/createListeners.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";

/** Makes the client of one instance; it begins with that consent. */
export type CreateClient = (instanceURL: string, consent: ConsentState) => TelemetryClient;

/** The client of the connected instance. */
export interface ClientHost {
  /** `undefined` until the settings have been read. */
  readonly current: TelemetryClient | undefined;
  /** The consent of the connected instance, whether the extension is switched on or not. */
  readonly consent: ConsentState;
  /** Calls back when the client is another one, its consent changed, or `inspect` may tell something new. */
  subscribe(listener: () => void): () => void;
}

/** What the host works with. */
export interface ClientHostOptions {
  readonly settings: SettingsStore;
  readonly policy: ConsentPolicy;
  readonly createClient: CreateClient;
  /** Erases everything that is kept for an instance that is not connected. */
  readonly eraseInstance: (instanceURL: string) => Promise<void>;
}

/**
 * Keeps one client, bound to the connected instance, with the consent that the policy decides. Events
 * of an instance that was connected before wait in its own queue until it is connected again; they are
 * erased when the policy denies, or when the person forgets the instance.
 */
export function createClientHost(options: ClientHostOptions): ClientHost {
  const { settings, policy, createClient, eraseInstance } = options;
  const listeners = createListeners();
  let client: TelemetryClient | undefined;
  let instanceURL: string | undefined;
  let isEnabled = true;
  let consent: ConsentState = "unknown";
  let unsubscribe = () => {};
  /** Previous instances whose queue was erased since the policy denied it. */
  const erased = new Set<string>();

  function follow(): void {
    const current = settings.getSnapshot();
    if (current === undefined) return;
    consent = policy.decide(current.instanceURL).state;
    isEnabled = current.enabled;
    erasePrevious(current.previousURLs);
    if (instanceURL === current.instanceURL) void client?.consent.set(effective());
    else connect(current.instanceURL);
    listeners.notify();
  }

  /** Switched off, the extension keeps what it has and sends nothing, as before it knew. */
  const effective = (): ConsentState => (isEnabled || consent === "denied" ? consent : "unknown");

  function connect(url: string): void {
    unsubscribe();
    // It stores what has gathered; what it still sends goes to its own instance.
    void client?.close();
    instanceURL = url;
    client = createClient(url, effective());
    unsubscribe = client.subscribe(listeners.notify);
  }

  function erasePrevious(urls: readonly string[]): void {
    for (const url of urls) {
      const isDenied = policy.decide(url).state === "denied";
      if (!isDenied) erased.delete(url);
      else if (!erased.has(url)) {
        erased.add(url);
        eraseInstance(url).catch(() => erased.delete(url));
      }
    }
  }

  settings.subscribe(follow);
  policy.subscribe(follow);
  return {
    get current() {
      return client;
    },
    get consent() {
      return consent;
    },
    subscribe: listeners.subscribe,
  };
}
