import type { SentBatch } from "./createDispatcher.ts";

/** Whether the sender has anything to do, and why not. */
export type SenderStatus = "off" | "idle" | "scheduled" | "sending" | "paused";

/**
 * Brings what is queued to the instance: at once after a rest, a quarter of a second's worth after
 * that, one batch at a time among all tabs, again after a failure, and what can still be sent when the
 * page hides.
 */
export interface Sender {
  /** What it is doing. */
  readonly status: SenderStatus;
  /** The last batches, newest first. */
  readonly sent: readonly SentBatch[];
  /** Begins to send. */
  start(): void;
  /** Stops at once and aborts what is on its way. */
  stop(): void;
  /** Forgets what was sent. */
  clear(): void;
  /** Notes that another tab says it is sending rows. */
  claim(ids: readonly string[]): void;
  /**
   * Says that there may be something to send: it is sent at once, unless a wait is on. A crowded queue
   * is brought within its limits all the same.
   */
  wake(isCrowded?: boolean): void;
  /** Sends what is queued now; resolves when all is sent or nothing more can be done for the moment. */
  flush(): Promise<void>;
  /**
   * Sends what this page recorded and nobody is sending, without waiting for anything: to be called
   * when the page hides, for it may never run again. When the page ends, also what a request is on its
   * way with that ends with it.
   */
  hide(isEnd?: boolean): void;
}
