import { checkOptions } from "./checkOptions.ts";
import { type ConsentState, isConsentState } from "./consent/ConsentState.ts";
import { createNotifier } from "./platform/createNotifier.ts";
import { noLocks } from "./platform/Locks.ts";
import { systemClock } from "./platform/systemClock.ts";
import { systemRandom } from "./platform/systemRandom.ts";
import { noChannel } from "./platform/TabChannel.ts";
import type { TabMessage } from "./platform/TabMessage.ts";
import { createQueue } from "./queue/createQueue.ts";
import { inspectQueue } from "./queue/inspectQueue.ts";
import { adoptEvent } from "./recorder/adoptEvent.ts";
import { createRecorder, type RecorderOptions } from "./recorder/createRecorder.ts";
import { createSender } from "./sender/createSender.ts";
import type { TelemetryClient, TelemetryClientOptions } from "./TelemetryClient.ts";

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
  const { source, platform, client, transport, storage, locks = noLocks } = options;
  const { channel = noChannel, clock = systemClock, random = systemRandom } = options;
  const instanceUrl = options.instanceUrl.replace(/\/+$/, "");
  const changes = createNotifier();
  const consentChanges = createNotifier();
  let state: ConsentState = options.consent ?? "unknown";
  let isClosed = false;
  /** The last erasure, never forgotten: by it the recorder tells what was before from what is after. */
  let erasing: Promise<void> | undefined;

  const queue = createQueue({
    // Without a storage, this fails at its first use, and memory takes over.
    openStore: () => (storage as NonNullable<typeof storage>).open(instanceUrl),
    clock,
    random,
    onReady(isCrowded) {
      sender.wake(isCrowded);
      changes.notify();
    },
  });
  const sender = createSender({
    queue,
    transport,
    locks,
    clock,
    random,
    identity: { source, sourcegraphURL: instanceUrl, platform, client },
    isDurable: () => describeStorage() === "persistent",
    announce: (ids) => post({ kind: "sending", ids }),
    onChange: changes.notify,
  });
  const recording: RecorderOptions = {
    clock,
    random,
    isOn: () => state !== "denied" && !isClosed,
    allowArguments: options.allowArguments,
    outcomes: options.outcomes === true,
    era: () => erasing,
    add(row) {
      queue.add(row);
      changes.notify();
    },
    drop(reason) {
      queue.drop(reason);
      changes.notify();
    },
  };
  const unsubscribe = channel.subscribe(receive);
  const unobserve = options.lifecycle?.({ onHide: sender.hide, onReturn: () => void flush() });
  void apply(state);

  function describeStorage() {
    if (storage?.persistent !== true) return "memory";
    return queue.isIntact ? "persistent" : "failed";
  }

  async function apply(next: ConsentState): Promise<void> {
    state = next;
    consentChanges.notify();
    changes.notify();
    if (next === "denied") return forget();
    if (next === "granted") {
      // What is being erased must not take along what is stored from now on.
      if (erasing !== undefined) await erasing;
      return resume();
    }
    sender.stop();
    queue.shut();
  }

  function resume(): void {
    if (state !== "granted" || isClosed) return;
    sender.start();
    queue.open();
  }

  /** Aborts, erases everything that is kept, and goes on from nothing if consent allows it. */
  async function forget(): Promise<void> {
    sender.stop();
    sender.clear();
    erasing = queue.erase();
    await erasing;
    resume();
    changes.notify();
  }

  async function flush(): Promise<void> {
    await queue.persist();
    await sender.flush();
  }

  function post(message: TabMessage): void {
    try {
      channel.post(message);
    } catch {
      // Other tabs then send the same events too, and the instance counts them once.
    }
  }

  function receive(value: unknown): void {
    // Any script of the origin may have sent it.
    const { kind, ids, state: next } = (value ?? {}) as Partial<Record<string, unknown>>;
    if (kind === "sending" && Array.isArray(ids)) sender.claim(ids as readonly string[]);
    if (kind === "erase") void forget();
    if (kind === "consent" && isConsentState(next) && next !== state) void apply(next);
  }

  return {
    recorder: createRecorder(recording),
    consent: {
      get state() {
        return state;
      },
      async set(value) {
        const next = isConsentState(value) ? value : "denied";
        if (next === state || isClosed) return;
        const applied = apply(next);
        if (next !== "unknown") post({ kind: "consent", state: next });
        await applied;
      },
      subscribe: consentChanges.subscribe,
    },
    inspect: async () => ({
      instanceUrl,
      consent: state,
      ...(await inspectQueue(queue)),
      status: sender.status,
      storage: describeStorage(),
      sent: sender.sent,
    }),
    subscribe: changes.subscribe,
    async adopt(event, argumentsDropped) {
      adoptEvent(event, argumentsDropped, recording);
      await queue.persist();
    },
    flush,
    async erase() {
      if (isClosed) return;
      post({ kind: "erase" });
      await forget();
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      unobserve?.();
      // Until the end it must hear which events other tabs are sending.
      await flush();
      unsubscribe();
      sender.stop();
      queue.shut();
      queue.close();
    },
  };
}
