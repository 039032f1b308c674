import { setTimeout as wait } from "node:timers/promises";

/** Requests under way at once: whoever waits longer for answers sends less. */
const atOnce = 64;

/**
 * Sends so many a second until the signal is aborted, whatever becomes of them, as long as no more than 64 are under way.
 * Resolves to how many were sent.
 */
export async function sendAtRate(
  perSecond: number,
  signal: AbortSignal,
  send: () => Promise<void>,
): Promise<number> {
  const start = performance.now();
  let [due, sent, underWay] = [0, 0, 0];
  while (!signal.aborted) {
    const elapsed = (performance.now() - start) / 1000;
    for (; due < elapsed * perSecond; due += 1) {
      if (underWay >= atOnce) continue;
      sent += 1;
      underWay += 1;
      const done = () => void (underWay -= 1);
      send().then(done, done);
    }
    // One by one: what comes together is felt more, and would be an attack of another kind.
    await wait(1);
  }
  return sent;
}
