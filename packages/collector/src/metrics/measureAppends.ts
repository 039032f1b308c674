import type { EventStore } from "../store/EventStore.ts";
import type { Metrics } from "./Metrics.ts";

/** A store that counts what it is given. */
export function measureAppends(
  store: Pick<EventStore, "append">,
  metrics: Metrics,
): Pick<EventStore, "append"> {
  return {
    async append(delivery) {
      const start = performance.now();
      const result = await store.append(delivery);
      metrics.addAppend((performance.now() - start) / 1000);
      metrics.addEvents("accepted", result.accepted);
      metrics.addEvents("duplicate", result.duplicates);
      for (const { kind, count } of delivery.tallies) {
        if (kind === "rejected") metrics.addEvents("rejected", count);
      }
      return result;
    },
  };
}
