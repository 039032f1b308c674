import { setImmediate } from "node:timers/promises";

/** From how many bytes on a body has to wait for its turn: more than a batch of the usual size. */
const largeBytes = 262_144;

let last: Promise<void> = Promise.resolve();

/**
 * Resolves when a body may be parsed: at once if it is small. Large ones take turns, one in each round of the event loop,
 * so that however many come at once, small ones come in between.
 */
export async function awaitTurn(bytes: number): Promise<void> {
  if (bytes < largeBytes) return;
  last = last.then(() => setImmediate());
  await last;
}
