import { isActionId } from "@action-telemetry/event-schema";
import type { EventDetails, TelemetryRecorder } from "@action-telemetry/telemetry";

/** What an extension's own code sees of telemetry. */
export interface ExtensionRecorder {
  /**
   * Records an event of the extension. Never throws. A name outside of the extension's namespace is
   * dropped and counted, so that no extension can speak for another or for the person.
   *
   * @param name - Begins with the namespace and a dot.
   */
  recordEvent(name: string, details?: Pick<EventDetails, "arguments">): void;
}

/**
 * Makes the recorder of one extension.
 *
 * @param namespace - The extension's name.
 * @param recorder - Gives the recorder of the connected instance each time; `undefined` records nothing.
 * @param onDrop - Is called for each event that was refused.
 */
export function createExtensionRecorder(
  namespace: string,
  recorder: () => TelemetryRecorder | undefined,
  onDrop: () => void = () => {},
): ExtensionRecorder {
  return {
    recordEvent(name, details) {
      const isOwn =
        isActionId(name) && name.startsWith(`${namespace}.`) && name.length > namespace.length + 1;
      if (!isOwn) return onDrop();
      // Where and how a person acted is not for an extension to say.
      const logged = details?.arguments;
      recorder()?.recordEvent(name, logged === undefined ? {} : { arguments: logged });
    },
  };
}
