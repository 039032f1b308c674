import type { JsonObject } from "@action-telemetry/event-schema";
import type { Session } from "../../messages/ExtensionState.ts";
import { createListeners } from "../../browser/createListeners.ts";
import type { InstanceAPI } from "./createInstanceAPI.ts";

/** What is known of the connected instance. */
export interface InstanceSnapshot {
  readonly url: string;
  readonly session: Session;
  /** The manifests of the extensions that are installed there. */
  readonly manifests: readonly unknown[];
  /** The person's settings there. */
  readonly settings: JsonObject;
}

/** Follows what is known of the connected instance. */
export interface InstanceState {
  /** The identical object while unchanged; `undefined` before an instance was named. */
  getSnapshot(): InstanceSnapshot | undefined;
  subscribe(listener: () => void): () => void;
  /** Another instance, or the same one again. It is not asked before somebody wants to know. */
  connect(url: string | undefined): void;
  /** Somebody wants to know: asks the instance unless it was asked, and from now on every other at once. */
  wake(): void;
  /** Asks the instance again. Resolves when it has answered, or has not; never rejects. */
  refresh(): Promise<void>;
  /** The API of the connected instance. */
  readonly api: InstanceAPI | undefined;
}

/** Follows an instance. Only what it says now is kept: the worker asks again when it starts anew. */
export function createInstanceState(createAPI: (url: string) => InstanceAPI): InstanceState {
  const listeners = createListeners();
  let snapshot: InstanceSnapshot | undefined;
  let api: InstanceAPI | undefined;
  let wasAsked = false;
  let isWatched = false;

  function set(next: Partial<InstanceSnapshot>): void {
    if (snapshot === undefined) return;
    const merged = { ...snapshot, ...next };
    if (JSON.stringify(merged) === JSON.stringify(snapshot)) return;
    snapshot = merged;
    listeners.notify();
  }

  async function ask(own: InstanceAPI): Promise<void> {
    const session = await own.session();
    // Another instance was connected meanwhile.
    if (own !== api) return;
    set({ session });
    if (session === "unreachable") return;
    const result = await own.installed();
    if (own === api && result.ok) set(result.value);
  }

  function refresh(): Promise<void> {
    if (api === undefined) return Promise.resolve();
    wasAsked = true;
    return ask(api);
  }

  function wake(): void {
    isWatched = true;
    if (!wasAsked) void refresh();
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: listeners.subscribe,
    connect(url) {
      if (url === undefined || snapshot?.url === url) return;
      api = createAPI(url);
      snapshot = { url, session: "unknown", manifests: [], settings: {} };
      wasAsked = false;
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
