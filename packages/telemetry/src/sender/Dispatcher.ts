import { limits } from "@action-telemetry/event-schema";
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

interface Attempt {
  readonly result: SendResult;
  readonly outcome: SentBatch["outcome"];
}

/** How long an instance may take to answer, in milliseconds. */
const patience = 10_000;

/** How long a transport may take to notice that it is aborted before it is left to itself. */
const grace = 1000;

/** How many batches the inspector can look back on. */
const remembered = 10;

/** What the dispatcher needs of its surroundings. */
export interface DispatcherOptions {
  readonly transport: Transport;
  readonly instanceUrl: string;
  readonly clock: Clock;
  readonly onChange: () => void;
}

/** Sends single bodies: with a deadline, abortable all at once, and within the budget of `keepalive`. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #aborts = new Set<() => void>();
  #keepaliveBytes = 0;
  #sent: readonly SentBatch[] = [];

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** The last batches, newest first. */
  get sent(): readonly SentBatch[] {
    return this.#sent;
  }

  /** Bytes that may still be sent with `keepalive` while others are on their way. */
  get keepaliveBudget(): number {
    return limits.keepaliveBytes - this.#keepaliveBytes;
  }

  /**
   * Sends a body once. Never rejects. It outlives the page if the budget allows, unless `keepalive`
   * is false.
   */
  async send({ batch, body, bytes }: ComposedBatch, keepalive: boolean): Promise<SendResult> {
    const alive = keepalive && bytes <= this.keepaliveBudget;
    const charge = alive ? bytes : 0;
    this.#keepaliveBytes += charge;
    const entry = { sentAt: batch.sentAt, body, events: batch.events.length };
    let current: SentBatch = { ...entry, outcome: "sending" };
    this.#remember(current);
    const { result, outcome } = await this.#attempt(body, alive);
    this.#keepaliveBytes -= charge;
    this.#sent = this.#sent.map((sent) => {
      if (sent !== current) return sent;
      current = { ...entry, outcome, reason: "reason" in result ? result.reason : undefined };
      return current;
    });
    this.#options.onChange();
    return result;
  }

  /** Aborts whatever is on its way; nobody waits for it any longer. */
  abort(): void {
    for (const abort of this.#aborts) abort();
  }

  /** Forgets what was sent. */
  clear(): void {
    this.#sent = [];
  }

  #attempt(body: string, keepalive: boolean): Promise<Attempt> {
    const { transport, instanceUrl, clock } = this.#options;
    const abort = createAbort();
    return new Promise((resolve) => {
      const end = (result: SendResult, outcome: SentBatch["outcome"] = result.kind) => {
        cancel();
        this.#aborts.delete(giveUp);
        resolve({ result, outcome });
      };
      const giveUp = () => {
        abort.abort();
        end({ kind: "retry", reason: "aborted" }, "aborted");
      };
      let cancel = clock.setTimer(() => {
        // An answer whose body does not end still has a status: the transport may now say so.
        abort.abort();
        cancel = clock.setTimer(() => end({ kind: "retry", reason: "timeout" }), grace);
      }, patience);
      this.#aborts.add(giveUp);
      // The detour turns an exception of the transport into a rejection.
      new Promise<SendResult>((settle) => {
        settle(transport.send(body, { instanceUrl, keepalive, signal: abort.signal }));
      }).then(
        (result) => end(result),
        () => end({ kind: "retry", reason: "network" }),
      );
    });
  }

  #remember(sent: SentBatch): void {
    this.#sent = [sent, ...this.#sent].slice(0, remembered);
    this.#options.onChange();
  }
}
