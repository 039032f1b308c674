import type { Admission } from "../limits/Admission.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Clock } from "../time/Clock.ts";

/** What events that come in go through, by whichever protocol. */
export interface Intake {
  readonly admission: Pick<Admission, "admit">;
  readonly store: Pick<EventStore, "append">;
  readonly clock: Clock;
}
