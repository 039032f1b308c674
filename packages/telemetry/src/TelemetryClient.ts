import type { ClientInfo, TelemetryEvent } from "@action-telemetry/event-schema";
import type { Consent } from "./consent/Consent.ts";
import type { ConsentState } from "./consent/ConsentState.ts";
import type { Clock } from "./platform/Clock.ts";
import type { Locks } from "./platform/Locks.ts";
import type { RandomBytes } from "./platform/systemRandom.ts";
import type { TabChannel } from "./platform/TabChannel.ts";
import type { DropCounts } from "./queue/DropCounts.ts";
import type { TelemetryStorage } from "./queue/QueueStore.ts";
import type { ArgumentsDrop } from "./recorder/ArgumentsDrop.ts";
import type { ArgumentsPolicy } from "./recorder/ArgumentsPolicy.ts";
import type { TelemetryRecorder } from "./recorder/TelemetryRecorder.ts";
import type { SentBatch } from "./sender/createDispatcher.ts";
import type { SenderStatus } from "./sender/Sender.ts";
import type { Transport } from "./transport/Transport.ts";

/** Everything about a client that its person may want to see. */
export interface TelemetryInspection {
  readonly instanceUrl: string;
  readonly consent: ConsentState;
  readonly status: SenderStatus;
  /** Whether queued events outlive the page. `failed`: they would, if the storage worked. */
  readonly storage: "persistent" | "memory" | "failed";
  /** The ID that the next batch carries; absent while there is none. */
  readonly anonymizedUserId?: string | undefined;
  /** Events that the instance does not have yet, those of other tabs included, oldest first. */
  readonly queue: readonly TelemetryEvent[];
  /** Losses by reason that no acknowledged batch has reported yet. */
  readonly dropped: DropCounts;
  /** When the next attempt follows a failed one: milliseconds since 1970. */
  readonly retryAt?: number | undefined;
  /** The last ten batches of this tab, newest first: the very bytes. */
  readonly sent: readonly SentBatch[];
}

/** Records, keeps and sends the events of one program for one instance. */
export interface TelemetryClient {
  /** All that components need. */
  readonly recorder: TelemetryRecorder;
  /** Whether events may be stored and sent. */
  readonly consent: Consent;
  /** Reads what is queued, lost and sent. */
  inspect(): Promise<TelemetryInspection>;
  /** Calls back, not more than once a microtask, when `inspect` may tell something new. */
  subscribe(listener: () => void): () => void;
  /**
   * Takes an event that was recorded elsewhere, with the ID that it has: however often it is given, it
   * counts once. Resolves when it is stored, or consent does not let it be; never rejects.
   *
   * @param argumentsDropped - Why it has no arguments although some were opted in to: counted.
   */
  adopt(event: TelemetryEvent, argumentsDropped?: ArgumentsDrop): Promise<void>;
  /**
   * Sends what is queued now, even during a wait after a failure, but not before a time that the
   * instance has asked for. Resolves when nothing more can be done for the moment; never rejects.
   */
  flush(): Promise<void>;
  /**
   * Aborts what is on its way and forgets everything kept, here and in every other tab: the queue, the
   * counts, what was sent, and the anonymous ID. Consent stays; the next event begins with a new ID.
   * What the instance has, it has. Resolves when it is done; never rejects.
   */
  erase(): Promise<void>;
  /** Stores what has gathered, makes a last attempt to send it, and stops for good. */
  close(): Promise<void>;
}

/** What the client does when the page or worker that it lives in changes its state. */
export interface LifecycleListener {
  /** It is hidden and may never run again, or it ends: then what it is sending ends as well. */
  readonly onHide: (isEnd?: boolean) => void;
  /** It is seen again, or the network is back: waiting may be over. */
  readonly onReturn: () => void;
}

/** What a client is made of. */
export interface TelemetryClientOptions {
  /** The connected instance, http or https, perhaps with a base path. Events go there and nowhere else. */
  readonly instanceUrl: string;
  /** `WEB`, `CODEHOSTINTEGRATION`, or an application's own. */
  readonly source: string;
  /** `web`, `chrome-extension`, … */
  readonly platform: string;
  /** The program and its version. */
  readonly client: ClientInfo;
  /** What is known at the start; defaults to `unknown`, so that nothing leaves before a decision. */
  readonly consent?: ConsentState;
  readonly transport: Transport;
  /**
   * Whether arguments may be logged at all, whatever actions opted in to: the policy of the application
   * or, as a function that is asked each time, of the instance. A function that throws means no.
   * Default: true.
   */
  readonly allowArguments?: ArgumentsPolicy;
  /** Whether each execution is followed by a second event that says how it ended. Default: false. */
  readonly outcomes?: boolean;
  /** Defaults to memory. */
  readonly storage?: TelemetryStorage;
  /** Needed when tabs share the storage. */
  readonly locks?: Locks;
  /** Needed when tabs share the storage. */
  readonly channel?: TabChannel;
  /** Begins to watch the page or worker; returns the function that ends it. */
  readonly lifecycle?: (listener: LifecycleListener) => () => void;
  readonly clock?: Clock;
  readonly random?: RandomBytes;
}
