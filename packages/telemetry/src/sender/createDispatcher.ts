import { type BatchHeader, keepaliveBytes } from "@action-telemetry/event-schema";
import { createAbort } from "../platform/Abort.ts";
import type { Clock } from "../platform/Clock.ts";
import type { SendResult, Transport } from "../transport/Transport.ts";
import type { ComposedBatch } from "./composeBatch.ts";

/** A batch as it was sent, for the inspector. */
export interface SentBatch {
  readonly sentAt: string;
  /** The very bytes. */
  readonly body: string;
  readonly events: number;
  /** `sending`, or what became of it. */
  readonly outcome: "sending" | "aborted" | SendResult["kind"];
  /** Why it was not accepted, as a code: `network`, `timeout`, `http-503`, … */
  readonly reason?: string | undefined;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Sends single bodies: with a deadline, abortable all at once, and within the budget of `keepalive`. */
export interface Dispatcher {
  /** The last batches, newest first. */
  readonly sent: readonly SentBatch[];
  /** Bytes that may still be sent with `keepalive` while others are on their way. */
  readonly keepaliveBudget: number;
  /**
   * Sends a body once. Never rejects.
   *
   * @param keepalive - Whether it outlives the page; then it must be within the budget.
   */
  send(composed: ComposedBatch, keepalive: boolean): Promise<SendResult>;
  /** Aborts whatever is on its way; nobody waits for it any longer. */
  abort(): void;
  /** Forgets what was sent. */
  clear(): void;
}

/** What the dispatcher needs of its surroundings. */
export interface DispatcherOptions {
  readonly transport: Transport;
  readonly identity: Pick<BatchHeader, "sourcegraphURL">;
  readonly clock: Clock;
  readonly onChange: () => void;
}

/** How long an instance may take to answer, in milliseconds. */
const patience = 10_000;

/** How long a transport may take to notice that it is aborted before it is left to itself. */
const grace = 1000;

/** How many batches the inspector can look back on. */
const remembered = 10;

/** Makes a dispatcher. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { transport, identity, clock, onChange } = options;
  const giveUps = new Set<() => void>();
  let keepaliveBudget: number = keepaliveBytes;
  let sent: readonly SentBatch[] = [];

  return {
    get sent() {
      return sent.map((batch) => ({ ...batch }));
    },
    get keepaliveBudget() {
      return keepaliveBudget;
    },
    send: ({ batch, body, bytes }, keepalive) =>
      new Promise((resolve) => {
        const current: Writable<SentBatch> = {
          sentAt: batch.sentAt,
          body,
          events: batch.events.length,
          outcome: "sending",
        };
        const abort = createAbort();
        const end = (result: SendResult) => {
          cancel();
          // What follows must happen once, and whichever comes first says what it was.
          if (!giveUps.delete(giveUp)) return;
          if (keepalive) keepaliveBudget += bytes;
          const { kind, reason } = result as { readonly reason?: string } & SendResult;
          current.outcome = reason === "aborted" ? reason : kind;
          current.reason = reason;
          onChange();
          resolve(result);
        };
        const giveUp = () => {
          abort.abort();
          end({ kind: "retry", reason: "aborted" });
        };
        let cancel = clock.setTimer(() => {
          // An answer whose body does not end still has a status: the transport may now say so.
          abort.abort();
          cancel = clock.setTimer(() => end({ kind: "retry", reason: "timeout" }), grace);
        }, patience);
        giveUps.add(giveUp);
        if (keepalive) keepaliveBudget -= bytes;
        sent = [current, ...sent].slice(0, remembered);
        onChange();
        // The detour turns an exception of the transport into a rejection.
        new Promise<SendResult>((settle) => {
          const { sourcegraphURL: instanceUrl } = identity;
          settle(transport.send(body, { instanceUrl, keepalive, signal: abort.signal }));
        }).then(end, () => end({ kind: "retry", reason: "network" }));
      }),
    abort() {
      for (const giveUp of giveUps) giveUp();
    },
    clear() {
      sent = [];
    },
  };
}
