import type { Navigation } from "../location/createNavigation.ts";
import type { PageLocation } from "../location/PageLocation.ts";
import { writeQuery } from "../../query/writeQuery.ts";
import type { ApiClient, ApiTrouble } from "./createApiClient.ts";
import { createLiveConnection } from "./createLiveConnection.ts";
import { createRefresher } from "./createRefresher.ts";
import { type ViewData, loadView } from "./loadView.ts";

/** Everything that the page shows. */
export interface AnalyticsSnapshot {
  readonly data?: ViewData;
  /** Whether what is shown was asked for before something else was, and the answer is on its way. */
  readonly isStale: boolean;
  /** What keeps the newest numbers away; older ones stay on the page. */
  readonly trouble?: ApiTrouble;
  /** Whether the collector tells us of new events as they come. */
  readonly isLive: boolean;
}

/** Loads what the location asks for, and loads again whenever something was stored. */
export interface AnalyticsStore {
  getSnapshot(): AnalyticsSnapshot;
  subscribe(listener: () => void): () => void;
  /** Calls back whenever something may have been stored. Returns the way to stop that. */
  onNews(listener: () => void): () => void;
  /** Loads now and keeps up to date until the returned function is called. */
  start(): () => void;
  /** Loads again at once, as whoever is signed in now. */
  retry(): void;
}

/** What the store needs. */
export interface AnalyticsStoreOptions {
  readonly client: ApiClient;
  readonly navigation: Navigation;
}

/** How often to load without being told, so that hours and days move on, in milliseconds. */
const refreshMs = 60_000;

/** Who signs out leaves nothing behind. */
const signedOut: AnalyticsSnapshot = { isLive: false, isStale: true, trouble: "signed-out" };

/** Makes the page's store; nothing is loaded before `start`. */
export function createAnalyticsStore({
  client,
  navigation,
}: AnalyticsStoreOptions): AnalyticsStore {
  const listeners = new Set<() => void>();
  const newsListeners = new Set<() => void>();
  let snapshot: AnalyticsSnapshot = { isLive: false, isStale: true };
  const set = (next: AnalyticsSnapshot) => {
    snapshot = next;
    tell(listeners);
  };
  const whereNow = () => navigation.getSnapshot().location;
  const refresh = createRefresher(async () => {
    const location = whereNow();
    const loaded = await loadView(client, location);
    // Somewhere else by now: another load is due.
    if (questionOf(location) !== questionOf(whereNow())) return;
    if (loaded.ok) set({ isLive: snapshot.isLive, data: loaded.value, isStale: false });
    else
      set(loaded.trouble === "signed-out" ? signedOut : { ...snapshot, trouble: loaded.trouble });
  });
  const live = createLiveConnection({
    client,
    isSignedOut: () => isSignedOut(snapshot),
    onChange(isLive) {
      if (isLive !== snapshot.isLive) set({ ...snapshot, isLive });
    },
    onNews() {
      // What an event does not change waits for its turn.
      if (whereNow().view.name !== "instance" || snapshot.trouble !== undefined) refresh();
      tell(newsListeners);
    },
  });
  let asked = questionOf(whereNow());
  const follow = () => {
    if (questionOf(whereNow()) === asked) return;
    asked = questionOf(whereNow());
    set({ ...snapshot, isStale: true });
    refresh();
  };
  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => add(listeners, listener),
    onNews: (listener) => add(newsListeners, listener),
    start() {
      const controller = new AbortController();
      const stop = navigation.subscribe(follow);
      refresh();
      void live.run(controller.signal);
      const timer = setInterval(refresh, refreshMs);
      return () => {
        stop();
        clearInterval(timer);
        controller.abort();
      };
    },
    retry() {
      refresh();
      live.wake();
    },
  };
}

/** Whether the collector answers nothing before somebody has signed in. */
export function isSignedOut({ trouble }: AnalyticsSnapshot): boolean {
  return trouble === "signed-out";
}

/** What of a location the collector is asked: the same for locations that only look different. */
function questionOf({ view, query }: PageLocation): string {
  return `${view.name} ${view.name === "action" ? view.id : ""} ${writeQuery(query)}`;
}

function tell(listeners: Iterable<() => void>): void {
  for (const listener of listeners) listener();
}

function add(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
