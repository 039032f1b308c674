import type { Clock } from "@action-telemetry/telemetry";
import type { ExtensionStorageArea } from "@action-telemetry/telemetry/extension";
import { createListeners } from "../../browser/createListeners.ts";
import type { InstanceAPI } from "./createInstanceAPI.ts";
import { createTurns } from "./createTurns.ts";
import {
  type InstanceSnapshot,
  parseInstanceSnapshot,
  unknownInstance,
} from "./InstanceSnapshot.ts";

/** The key of what is known of the instance in the storage. */
const instanceKey = "instance";

/** Milliseconds after which what an instance said is asked for again when a page opens. */
const staleMs = 60_000;

/** Follows what is known of the connected instance. */
export interface InstanceState {
  /** Resolves when what the last worker knew has been read, well or not. */
  readonly ready: Promise<void>;
  /** The identical object while unchanged; `undefined` before an instance was named. */
  getSnapshot(): InstanceSnapshot | undefined;
  subscribe(listener: () => void): () => void;
  /** Another instance, or the same one again. It is not asked before somebody wants to know. */
  connect(url: string | undefined): void;
  /** Somebody wants to know: asks unless that was done lately, and from now on every other instance at once. */
  wake(): void;
  /** Asks the instance again. Resolves when it has answered, or has not; never rejects. */
  refresh(): Promise<void>;
  /** The API of the connected instance. */
  readonly api: InstanceAPI | undefined;
}

/** What the state works with. */
export interface InstanceStateOptions {
  readonly createAPI: (url: string) => InstanceAPI;
  readonly area: ExtensionStorageArea;
  readonly clock: Pick<Clock, "now">;
}

/**
 * Follows an instance. What it said is kept, so that a worker that starts anew, as one does every other
 * minute, shows the same as the one before it until the instance has answered.
 */
export function createInstanceState(options: InstanceStateOptions): InstanceState {
  const { createAPI, area, clock } = options;
  const listeners = createListeners();
  let snapshot: InstanceSnapshot | undefined;
  let api: InstanceAPI | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let isWatched = false;
  const takeTurn = createTurns();

  function set(next: Partial<InstanceSnapshot>): void {
    if (snapshot === undefined) return;
    const merged = { ...snapshot, ...next };
    if (JSON.stringify(merged) === JSON.stringify(snapshot)) return;
    snapshot = merged;
    listeners.notify();
    // What cannot be kept is asked for again.
    area.set({ [instanceKey]: merged }).catch(() => undefined);
  }

  async function restore(): Promise<void> {
    const kept = await readKept(area);
    if (kept === undefined || kept.url !== snapshot?.url || snapshot.session !== "unknown") return;
    snapshot = kept;
    listeners.notify();
  }

  async function ask(own: InstanceAPI): Promise<void> {
    const turn = takeTurn();
    const session = await own.session();
    // Another instance was connected meanwhile, or what was asked later was answered sooner.
    if (own !== api || !turn()) return;
    set({ session });
    if (session === "unreachable") return;
    const result = await own.installed();
    if (result.ok && own === api && turn()) set(result.value);
  }

  function refresh(): Promise<void> {
    if (api === undefined) return Promise.resolve();
    askedAt = clock.now();
    return ask(api);
  }

  function wake(): void {
    isWatched = true;
    // A clock that was set back says nothing of how long it was.
    if (Math.abs(clock.now() - askedAt) >= staleMs) void refresh();
  }

  return {
    ready: restore(),
    getSnapshot: () => snapshot,
    subscribe: listeners.subscribe,
    connect(url) {
      if (url === undefined || snapshot?.url === url) return;
      // Nothing of the one before is kept.
      if (snapshot !== undefined) area.remove([instanceKey]).catch(() => undefined);
      api = createAPI(url);
      snapshot = unknownInstance(url);
      askedAt = Number.NEGATIVE_INFINITY;
      listeners.notify();
      if (isWatched) wake();
    },
    wake,
    refresh,
    get api() {
      return api;
    },
  };
}

async function readKept(area: ExtensionStorageArea): Promise<InstanceSnapshot | undefined> {
  const items = await area.get([instanceKey]).catch((): Record<string, unknown> => ({}));
  return parseInstanceSnapshot(items[instanceKey]);
}
