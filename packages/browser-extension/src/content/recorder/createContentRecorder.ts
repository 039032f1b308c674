import type { ActionId } from "@action-telemetry/event-schema";
import { createEventIds, systemRandom, type TelemetryRecorder } from "@action-telemetry/telemetry";
import type { Background } from "../../messages/Background.ts";

/**
 * The recorder of a content script: hands each event to the worker, which owns consent, identity and
 * queue. It has its ID from here, so that it counts once however often the worker is told of it. The
 * repository goes with it for the worker's policy alone, and is never recorded.
 *
 * @param getRepository the repository of the page, where it is of one
 */
export function createContentRecorder(
  background: Pick<Background, "record">,
  getRepository: () => string | undefined,
): TelemetryRecorder {
  const createId = createEventIds(systemRandom);
  const about = () => {
    const repository = getRepository();
    return { id: createId(Date.now()), ...(repository !== undefined && { repository }) };
  };
  return {
    recordAction({ actionId, surface, ...details }) {
      background.record({
        name: actionId as ActionId,
        ...(surface !== undefined && { surface: surface as ActionId }),
        ...details,
        ...about(),
      });
    },
    recordEvent(name, { surface, ...details } = {}) {
      background.record({
        name: name as string as ActionId,
        ...(surface !== undefined && { surface: surface as ActionId }),
        ...details,
        ...about(),
      });
    },
  };
}
