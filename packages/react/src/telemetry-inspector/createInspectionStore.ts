import type { TelemetryInspection } from "@action-telemetry/telemetry";
import { createListeners } from "../listeners/createListeners.ts";
import type { InspectedClient } from "./InspectedClient.ts";

/** What is known of a client at the moment. */
export interface Reading {
  /** Absent until the first reading has succeeded. */
  readonly inspection?: TelemetryInspection | undefined;
  /** Whether the latest reading failed; what is shown then is older. */
  readonly failed: boolean;
}

/** Follows a client for as long as somebody listens. */
export interface InspectionStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => Reading;
  /** Reads again, for what the client does not tell of: changes by other tabs. */
  readonly refresh: () => void;
}

/**
 * Makes a store of what a client says of itself. It reads when the client tells of a change, one
 * reading at a time and at most one a frame, however many events are recorded; nothing while nobody
 * listens.
 *
 * @param nextFrame - Calls back before the next frame is drawn: not while the page is hidden.
 */
export function createInspectionStore(
  client: InspectedClient,
  nextFrame: (callback: () => void) => void,
): InspectionStore {
  const listeners = createListeners(() => client.subscribe(refresh));
  let reading: Reading = { failed: false };
  let stage: "idle" | "reading" | "read again" = "idle";

  async function read(): Promise<void> {
    stage = "reading";
    // A client in another process may be gone, and throw or reject.
    const next = await new Promise<TelemetryInspection>((resolve) =>
      resolve(client.inspect()),
    ).then(
      (inspection) => ({ inspection, failed: false }),
      () => ({ ...reading, failed: true }),
    );
    if (listeners.size > 0) {
      reading = next;
      listeners.notify();
    }
    nextFrame(() => {
      const again = stage === "read again" && listeners.size > 0;
      stage = "idle";
      if (again) void read();
    });
  }

  function refresh(): void {
    if (listeners.size === 0) return;
    if (stage === "idle") void read();
    else stage = "read again";
  }

  return {
    refresh,
    getSnapshot: () => reading,
    subscribe(listener) {
      const unsubscribe = listeners.add(listener);
      refresh();
      return unsubscribe;
    },
  };
}
