import { isDropReason, type RejectedEvent } from "@action-telemetry/event-schema";
import { addDrops, type DropCounts } from "../queue/DropCounts.ts";

/** Counts what an instance rejected by its reasons, and no more than it was sent. */
export function countRejections(
  rejected: readonly Pick<RejectedEvent, "reason">[] = [],
  most: number,
): DropCounts {
  return rejected.slice(0, most).reduce<DropCounts>((counts, { reason }) => {
    const known = `rejected-${reason}`;
    return addDrops(counts, { [isDropReason(known) ? known : "rejected"]: 1 });
  }, {});
}
