import type { ActionsAnswer, OverviewAnswer } from "../../analytics/Answers.ts";
import type { AnalyticsRange } from "../../analytics/AnalyticsRange.ts";
import type { StoredEvent } from "../../store/EventStore.ts";
import type { ApiClient, ApiTrouble } from "./createApiClient.ts";

/** Everything that the page shows. */
export interface AnalyticsSnapshot {
  readonly range: AnalyticsRange;
  readonly overview?: OverviewAnswer;
  readonly actions?: ActionsAnswer;
  readonly events?: readonly StoredEvent[];
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
  /** Loads again at once, with the token there is now. */
  retry(): void;
}

/** The least time between two loads while events pour in, in milliseconds. */
const pauseMs = 700;

/** How long to wait before opening a broken live stream again, in milliseconds. */
const reconnectMs = 2000;

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
  let loading: Promise<void> | undefined;
  let isStale = false;
  let wake = new AbortController();

  const set = (next: AnalyticsSnapshot) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };
  const load = async (): Promise<void> => {
    const { range } = snapshot;
    const [overview, actions, events] = await Promise.all([
      client.overview(range),
      client.actions(range),
      client.events(),
    ]);
    if (range !== snapshot.range) return;
    const { trouble: _, ...before } = snapshot;
    if (!overview.ok) return set({ ...before, trouble: overview.trouble });
    set({
      ...before,
      overview: overview.value,
      ...(actions.ok && { actions: actions.value }),
      ...(events.ok && { events: events.value.events }),
    });
  };
  /** One load at a time; a request during one leads to exactly one more. */
  const refresh = () => {
    isStale = true;
    loading ??= (async () => {
      while (isStale) {
        isStale = false;
        await load();
        if (isStale) await pause(pauseMs);
      }
      loading = undefined;
    })();
  };
  const listen = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      if (!isSignedOut(snapshot)) {
        await client.listen((name) => {
          if (name === "open") set({ ...snapshot, isLive: true });
          refresh();
        }, signal);
      }
      if (snapshot.isLive) set({ ...snapshot, isLive: false });
      wake = new AbortController();
      await pause(reconnectMs, AbortSignal.any([signal, wake.signal]));
    }
  };
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
      refresh();
      void listen(controller.signal);
      const timer = setInterval(refresh, refreshMs);
      return () => {
        clearInterval(timer);
        controller.abort();
      };
    },
    retry() {
      wake.abort();
      refresh();
    },
  };
}

/** Whether the collector wants a token that it has not been given. */
export function isSignedOut({ trouble }: AnalyticsSnapshot): boolean {
  return trouble === "token-required" || trouble === "token-invalid";
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
