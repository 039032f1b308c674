import { checkOptions } from "./checkOptions.ts";
import type { Consent } from "./consent/Consent.ts";
import { type ConsentState, isConsentState } from "./consent/ConsentState.ts";
import { createNotifier } from "./platform/createNotifier.ts";
import { noLocks } from "./platform/Locks.ts";
import { systemClock } from "./platform/systemClock.ts";
import { systemRandom } from "./platform/systemRandom.ts";
import { noChannel, type TabChannel } from "./platform/TabChannel.ts";
import { parseTabMessage, type TabMessage } from "./platform/TabMessage.ts";
import { createFallbackStore, type FallbackStore } from "./queue/createFallbackStore.ts";
import { createMemoryStorage } from "./queue/createMemoryStorage.ts";
import { addDrops } from "./queue/DropCounts.ts";
import { EventQueue } from "./queue/EventQueue.ts";
import { parseStoredRow } from "./queue/parseStoredRow.ts";
import { createRecorder } from "./recorder/createRecorder.ts";
import type { TelemetryRecorder } from "./recorder/TelemetryRecorder.ts";
import { Sender } from "./sender/Sender.ts";
import type {
  TelemetryClient,
  TelemetryClientOptions,
  TelemetryInspection,
} from "./TelemetryClient.ts";

/**
 * Makes a telemetry client. Pages use `createBrowserTelemetryClient` of `./browser`, which brings
 * storage, locks and page events along.
 *
 * @throws TypeError when an option would make every batch unacceptable.
 * @example
 * const client = createTelemetryClient({
 *   instanceUrl: "https://sourcegraph.example.com",
 *   source: "WEB",
 *   platform: "web",
 *   client: { name: "code-browser", version: "1.0.0" },
 *   consent: "granted",
 *   transport: createInstanceTransport(),
 * });
 * client.recorder.recordAction({ actionId: "toggleLineWrap", surface: "toolbar" });
 */
export function createTelemetryClient(options: TelemetryClientOptions): TelemetryClient {
  checkOptions(options);
  return new Client(options);
}

class Client implements TelemetryClient {
  readonly recorder: TelemetryRecorder;
  readonly consent: Consent;
  readonly #instanceUrl: string;
  readonly #persistent: boolean;
  readonly #store: FallbackStore;
  readonly #queue: EventQueue;
  readonly #sender: Sender;
  readonly #channel: TabChannel;
  readonly #detach: () => void;
  readonly #changes = createNotifier();
  readonly #consentChanges = createNotifier();
  #state: ConsentState;
  #closed = false;
  #erasing: Promise<void> | undefined;

  constructor(options: TelemetryClientOptions) {
    const { source, platform, client, transport, locks = noLocks } = options;
    const { storage = createMemoryStorage(), channel = noChannel } = options;
    const { clock = systemClock, random = systemRandom, consent = "unknown" } = options;
    this.#instanceUrl = options.instanceUrl.replace(/\/+$/, "");
    this.#persistent = storage.persistent;
    this.#channel = channel;
    this.#state = consent;
    const store = createFallbackStore(() => storage.open(this.#instanceUrl), clock);
    const onStored = () => {
      this.#sender.wake();
      this.#changes.notify();
    };
    const queue = new EventQueue({ store, random, onStored });
    this.#store = store;
    this.#queue = queue;
    this.#sender = new Sender({
      queue,
      transport,
      locks,
      clock,
      random,
      identity: { source, sourcegraphURL: this.#instanceUrl, platform, client },
      isDurable: () => this.#isDurable(),
      announce: (ids) => this.#post({ kind: "sending", ids }),
      onChange: this.#changes.notify,
    });
    this.recorder = createRecorder({
      clock,
      random,
      isOn: () => this.#state !== "denied" && !this.#closed,
      add: (row) => {
        this.#queue.add(row);
        this.#changes.notify();
      },
      drop: (reason) => {
        this.#queue.drop(reason);
        this.#changes.notify();
      },
    });
    this.consent = this.#createConsent();
    const unsubscribe = channel.subscribe((message) => this.#receive(message));
    const unobserve = options.lifecycle?.({
      onHide: () => this.#sender.hide(),
      onReturn: () => void this.flush(),
    });
    this.#detach = () => {
      unsubscribe();
      unobserve?.();
    };
    void this.#apply(consent);
  }

  async inspect(): Promise<TelemetryInspection> {
    const state = this.#state;
    const waiting = this.#queue.pending.flatMap(
      ({ id, text }) => parseStoredRow({ key: id, text }) ?? [],
    );
    const lost = this.#queue.pendingDrops;
    // Without consent, not even the storage is opened.
    const stored = state === "granted" && !this.#closed ? await this.#queue.peek() : undefined;
    const known = new Set(stored?.events.map((event) => event.id));
    return {
      instanceUrl: this.#instanceUrl,
      consent: state,
      status: this.#sender.status,
      storage: this.#describeStorage(),
      anonymizedUserId: stored?.record.anonymousId,
      queue: [...(stored?.events ?? []), ...waiting.filter((event) => !known.has(event.id))],
      dropped: addDrops(stored?.record.dropped ?? {}, lost),
      retryAt: stored?.record.retry?.at,
      sent: this.#sender.dispatcher.sent,
    };
  }

  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener);
  }

  async flush(): Promise<void> {
    await this.#queue.persist();
    await this.#sender.flush();
  }

  erase(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#post({ kind: "erase" });
    return this.#forget();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#detach();
    await this.flush();
    this.#sender.stop();
    this.#queue.shut();
    this.#store.close();
  }

  #isDurable(): boolean {
    return this.#persistent && this.#store.intact;
  }

  #describeStorage(): TelemetryInspection["storage"] {
    if (!this.#persistent) return "memory";
    return this.#store.intact ? "persistent" : "failed";
  }

  #createConsent(): Consent {
    const read = () => this.#state;
    return {
      get state() {
        return read();
      },
      set: (state) => this.#decide(isConsentState(state) ? state : "denied"),
      subscribe: this.#consentChanges.subscribe,
    };
  }

  #decide(state: ConsentState): Promise<void> {
    if (state === this.#state || this.#closed) return Promise.resolve();
    const applied = this.#apply(state);
    if (state !== "unknown") this.#post({ kind: "consent", state });
    return applied;
  }

  async #apply(state: ConsentState): Promise<void> {
    this.#state = state;
    this.#consentChanges.notify();
    this.#changes.notify();
    if (state === "granted") {
      // What is being erased must not take along what is stored from now on.
      await this.#erasing;
      this.#resume();
      return;
    }
    if (state === "denied") return this.#forget();
    this.#sender.stop();
    this.#queue.shut();
  }

  #resume(): void {
    if (this.#state !== "granted") return;
    this.#sender.start();
    this.#queue.open();
  }

  /** Aborts, erases everything that is kept, and goes on from nothing if consent allows it. */
  async #forget(): Promise<void> {
    this.#sender.stop();
    this.#sender.dispatcher.clear();
    this.#erasing = this.#queue.erase();
    await this.#erasing;
    if (!this.#closed) this.#resume();
    this.#changes.notify();
  }

  #post(message: TabMessage): void {
    try {
      this.#channel.post(message);
    } catch {
      // Other tabs then send the same events too, and the instance counts them once.
    }
  }

  #receive(value: unknown): void {
    const message = parseTabMessage(value);
    if (message?.kind === "sending") {
      this.#queue.fresh.forget(message.ids);
      this.#sender.inFlight.claim(message.ids);
    } else if (message?.kind === "erase") {
      void this.#forget();
    } else if (message !== undefined && message.state !== this.#state) {
      void this.#apply(message.state);
    }
  }
}
