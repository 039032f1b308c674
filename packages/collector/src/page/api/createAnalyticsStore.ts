import type { Navigation } from "../location/createNavigation.ts";
import type { PageLocation } from "../location/PageLocation.ts";
import { writeQuery } from "../../query/writeQuery.ts";
import type { ApiClient, ApiTrouble } from "./createApiClient.ts";
import { createGap } from "./createGap.ts";
import { type LiveConnection, createLiveConnection } from "./createLiveConnection.ts";
import { createRefresher } from "./createRefresher.ts";
import { type ViewData, loadView } from "./loadView.ts";

/** Everything that the page shows. */
export interface AnalyticsSnapshot {
  readonly data?: ViewData;
  /** Whether what is shown was asked for before something else was, and the answer is on its way. */
  readonly isStale: boolean;
  /** What keeps the newest numbers away; older ones stay on the page. */
  readonly trouble?: ApiTrouble;
  /** Whether the collector tells us of new events as they come; undefined before the first attempt has come to an end. */
  readonly isLive: boolean | undefined;
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
  const [listeners, newsListeners] = [new Set<() => void>(), new Set<() => void>()];
  let snapshot: AnalyticsSnapshot = { isLive: undefined, isStale: true };
  const set = (next: AnalyticsSnapshot) => {
    snapshot = next;
    tell(listeners);
  };
  const whereNow = () => navigation.getSnapshot().location;
  const gap = createGap();
  const show = (data: ViewData) => set({ isLive: snapshot.isLive, data, isStale: false });
  const refresh = createRefresher(async () => {
    const location = whereNow();
    // Somewhere else by now: another load is due.
    const isHere = () => questionOf(location) === questionOf(whereNow());
    const loaded = await loadView(client, location, snapshot.data, (part) => {
      if (isHere() && snapshot.isStale) show(part);
    });
    if (!isHere()) return;
    if (!loaded.ok) return set(withTrouble(snapshot, loaded.trouble));
    show(loaded.value);
    if (gap.isAfter(loaded.end)) refresh();
  });
  const live = createLiveConnection({
    client,
    isSignedOut: () => isSignedOut(snapshot),
    onChange(isLive) {
      if (isLive !== snapshot.isLive) set({ ...snapshot, isLive });
    },
    onNews(end) {
      const isNew = end === undefined || gap.isBefore(end);
      // What an event does not change waits for its turn.
      const isDue = isNew && whereNow().view.name !== "instance";
      if (isDue || snapshot.trouble !== undefined) refresh();
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
    start: () => keepUpToDate({ navigation, refresh, follow, live }),
    retry() {
      refresh();
      live.wake();
    },
  };
}

interface Upkeep {
  readonly navigation: Navigation;
  readonly refresh: () => void;
  /** Called wherever the page goes. */
  readonly follow: () => void;
  readonly live: LiveConnection;
}

/** Loads now, on moves, on news and once a minute. Returns the way to stop that. */
function keepUpToDate({ navigation, refresh, follow, live }: Upkeep): () => void {
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
}

/** Whether the collector answers nothing before somebody has signed in. */
export function isSignedOut({ trouble }: AnalyticsSnapshot): boolean {
  return trouble === "signed-out";
}

/** What is shown stays, but for who is not signed in. */
function withTrouble(snapshot: AnalyticsSnapshot, trouble: ApiTrouble): AnalyticsSnapshot {
  return trouble === "signed-out" ? signedOut : { ...snapshot, trouble };
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
