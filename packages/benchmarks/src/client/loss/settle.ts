import type { Receiver } from "../receiver/Receiver.ts";
import { sleep } from "./sleep.ts";

/** How long to wait for events, in milliseconds. */
export interface Patience {
  /** Without any arrival, after which no more are expected. */
  readonly quietMs: number;
  /** In all. */
  readonly limitMs: number;
}

/** Once everything is there, how long to look out for what comes twice, in milliseconds. */
const echoMs = 1500;
const pollMs = 50;

/** Waits until every event has arrived, or none has for so long that the rest counts as lost. */
export async function settle(
  receiver: Receiver,
  expected: number,
  { quietMs, limitMs }: Patience,
): Promise<void> {
  const start = performance.now();
  for (;;) {
    const now = performance.now();
    const quiet = now - Math.max(start, receiver.arrivals.at(-1)?.at ?? start);
    const isComplete = receiver.distinct() >= expected;
    if (quiet >= (isComplete ? echoMs : quietMs) || now - start >= limitMs) return;
    await sleep(pollMs);
  }
}
