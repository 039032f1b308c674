import type { EventStore } from "@action-telemetry/collector";
import { loadavg } from "node:os";
import { type Measure, Stopwatch } from "./Measure.ts";
import { Workload } from "./workload/Workload.ts";
import { toDelivery } from "./workload/toDelivery.ts";

/** How many append at once, as over so many connections. */
const writers = 64;

/** Deliveries made at a time; making them is not measured. */
const madeAtOnce = 1000;

const dayMs = 86_400_000;

/** What a store is filled with. */
export interface FillOptions {
  readonly events: number;
  /** Events in a delivery. */
  readonly size: number;
  /** Over how many days they are spread, the last of which ends at `now`. */
  readonly days: number;
  readonly now: number;
  readonly seed: number;
}

/** Fills a store with a history, oldest first, and measures how fast it takes it. */
export async function fillStore(store: EventStore, options: FillOptions): Promise<Measure> {
  const { events, size, days, now, seed } = options;
  const workload = new Workload(seed);
  const stopwatch = new Stopwatch();
  const start = now - days * dayMs;
  for (let done = 0; done < events;) {
    const deliveries = [];
    for (; deliveries.length < madeAtOnce && done < events; done += size) {
      const sentAt = start + Math.floor((done / events) * days * dayMs);
      deliveries.push(toDelivery(workload.createBatch(size, sentAt)));
    }
    const waiting = deliveries.values();
    await stopwatch.measure(() =>
      Promise.all(
        Array.from({ length: writers }, async () => {
          for (const delivery of waiting) await store.append(delivery);
        }),
      ),
    );
  }
  // What is still to be counted belongs to it.
  await stopwatch.measure(() => store.names());
  return stopwatch.result(events, loadavg()[0] ?? 0);
}
