import type { TelemetryEvent } from "@action-telemetry/event-schema";
import type { ArgumentsDrop } from "@action-telemetry/telemetry";
import type { ExtensionStorageArea } from "@action-telemetry/telemetry/extension";

/** An event that may not be stored yet. */
export interface HeldEvent {
  readonly event: TelemetryEvent;
  /** The instance that was connected when it happened, which alone may hear of it. */
  readonly instanceURL: string;
  /** What it happened in, for a strict policy; never recorded. */
  readonly repository?: string | undefined;
  readonly argumentsDropped?: ArgumentsDrop | undefined;
}

/** Events that wait until consent is known. */
export interface HeldEvents {
  /** Resolves to whether it is kept: not where there is no such area, or it is full. */
  add(held: HeldEvent): Promise<boolean>;
  /** All of them, oldest first; none where they cannot be read. */
  list(): Promise<readonly HeldEvent[]>;
  /** Whether it is still kept. */
  has(held: HeldEvent): Promise<boolean>;
  /** Lets go of those that are told. Never rejects. */
  remove(which: (held: HeldEvent) => boolean): Promise<void>;
}

const prefix = "held:";

/**
 * Keeps events in an area that is in the browser's memory, so that they outlive the worker and are never
 * on the disk.
 *
 * @param area - Absent in browsers that have none.
 */
export function createHeldEvents(area: ExtensionStorageArea | undefined): HeldEvents {
  const keyOf = ({ event }: HeldEvent) => prefix + event.id;
  const read = async (keys: string[] | null) =>
    (await area?.get(keys).catch(() => undefined)) ?? {};

  async function list(): Promise<readonly HeldEvent[]> {
    const items = await read(null);
    return Object.keys(items)
      .filter((key) => key.startsWith(prefix))
      .toSorted()
      .map((key) => items[key] as HeldEvent);
  }

  return {
    list,
    async add(held) {
      if (area === undefined) return false;
      return area.set({ [keyOf(held)]: held }).then(
        () => true,
        () => false,
      );
    },
    has: async (held) => keyOf(held) in (await read([keyOf(held)])),
    async remove(which) {
      const keys = (await list()).filter(which).map(keyOf);
      if (keys.length > 0) await area?.remove(keys).catch(() => undefined);
    },
  };
}
