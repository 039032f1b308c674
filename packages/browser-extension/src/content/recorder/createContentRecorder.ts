import type { ActionId } from "@action-telemetry/event-schema";
import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import type { Background } from "../../messages/Background.ts";

/**
 * The recorder of a content script: hands each event to the worker, which owns consent, identity and
 * queue. The repository goes with it for the worker's policy alone, and is never recorded.
 *
 * @param getRepository the repository of the page, where it is of one
 */
export function createContentRecorder(
  background: Pick<Background, "record">,
  getRepository: () => string | undefined,
): TelemetryRecorder {
  const about = () => {
    const repository = getRepository();
    return repository === undefined ? {} : { repository };
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
