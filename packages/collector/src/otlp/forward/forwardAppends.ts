import type { EventStore } from "../../store/EventStore.ts";
import type { EventForwarder } from "./EventForwarder.ts";

/** A store that sends on what it has committed. A delivery that brought nothing new was sent on before. */
export function forwardAppends(
  store: Pick<EventStore, "append">,
  forwarder: Pick<EventForwarder, "take">,
): Pick<EventStore, "append"> {
  return {
    async append(delivery) {
      const result = await store.append(delivery);
      if (result.accepted > 0) forwarder.take(delivery);
      return result;
    },
  };
}
