import type { ActionsAnswer, ErrorsAnswer, OverviewAnswer } from "../../analytics/Answers.ts";
import type { AnalyticsRange } from "../../analytics/AnalyticsRange.ts";
import type { StoredEvent } from "../../store/StoredEvent.ts";
import type { ApiClient, ApiTrouble, PingPreview } from "./createApiClient.ts";
import { createLiveConnection } from "./createLiveConnection.ts";
import { createRefresher } from "./createRefresher.ts";

/** Everything that the page shows. */
export interface AnalyticsSnapshot {
  readonly range: AnalyticsRange;
  readonly overview?: OverviewAnswer;
  readonly actions?: ActionsAnswer;
  readonly events?: readonly StoredEvent[];
  readonly ping?: PingPreview;
  readonly errors?: ErrorsAnswer;
  /** What keeps the newest numbers away; older ones stay on the page. */
  readonly trouble?: ApiTrouble;
  /** Whether the collector tells us of new events as they come. */
  readonly isLive: boolean;
}

/** Loads, and loads again whenever something was stored. */
export interface AnalyticsStore {
  getSnapshot(): AnalyticsSnapshot;
  subscribe(listener: () => void): () => void;
  setRange(range: AnalyticsRange): void;
  /** Loads now and keeps up to date until the returned function is called. */
  start(): () => void;
  /** Loads again at once, as whoever is signed in now. */
  retry(): void;
}

/** How often to load without being told, so that hours and days move on, in milliseconds. */
const refreshMs = 60_000;

/** Makes the page's store; nothing is loaded before `start`. */
export function createAnalyticsStore(options: {
  readonly client: ApiClient;
  readonly range: AnalyticsRange;
}): AnalyticsStore {
  const { client } = options;
  const listeners = new Set<() => void>();
  let snapshot: AnalyticsSnapshot = { range: options.range, isLive: false };

  const set = (next: AnalyticsSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  const refresh = createRefresher(async () => {
    const loaded = await load(client, snapshot.range);
    if (loaded.range !== snapshot.range) return;
    const { trouble: _, ...before } = snapshot;
    set({ ...before, ...loaded });
  });
  // No event that comes in changes the ping of a week that is over, nor the errors that were reported.
  const refreshRest = createRefresher(async () => {
    const rest = await loadRest(client);
    set({ ...snapshot, ...rest });
  });
  const refreshAll = () => {
    refresh();
    refreshRest();
  };
  const live = createLiveConnection({
    client,
    isSignedOut: () => isSignedOut(snapshot),
    onChange(isLive) {
      if (isLive !== snapshot.isLive) set({ ...snapshot, isLive });
    },
    onNews: refresh,
  });
  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setRange(range) {
      if (range === snapshot.range) return;
      set({ ...snapshot, range });
      refresh();
    },
    start() {
      const controller = new AbortController();
      refreshAll();
      void live.run(controller.signal);
      const timer = setInterval(refreshAll, refreshMs);
      return () => {
        clearInterval(timer);
        controller.abort();
      };
    },
    retry() {
      refreshAll();
      live.wake();
    },
  };
}

/** Whether the collector answers nothing before somebody has signed in. */
export function isSignedOut({ trouble }: AnalyticsSnapshot): boolean {
  return trouble === "signed-out";
}

async function load(
  client: ApiClient,
  range: AnalyticsRange,
): Promise<Omit<AnalyticsSnapshot, "isLive">> {
  const [overview, actions, events] = await Promise.all([
    client.overview(range),
    client.actions(range),
    client.events(),
  ]);
  if (!overview.ok) return { range, trouble: overview.trouble };
  return {
    range,
    overview: overview.value,
    ...(actions.ok && { actions: actions.value }),
    ...(events.ok && { events: events.value.events }),
  };
}

async function loadRest(client: ApiClient): Promise<Pick<AnalyticsSnapshot, "ping" | "errors">> {
  const [ping, errors] = await Promise.all([client.ping(), client.errors()]);
  return { ...(ping.ok && { ping: ping.value }), ...(errors.ok && { errors: errors.value }) };
}
