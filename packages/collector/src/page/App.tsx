import { useEffect, useSyncExternalStore } from "react";
import type { AdminSession } from "./api/createAdminSession.ts";
import { type AnalyticsStore, isSignedOut } from "./api/createAnalyticsStore.ts";
import { writeRange } from "./api/rangeInLocation.ts";
import { Dashboard } from "./Dashboard.tsx";
import { Header } from "./header/Header.tsx";
import { SignIn } from "./sign-in/SignIn.tsx";
import { Trouble } from "./sign-in/Trouble.tsx";
import { useAdminSession } from "./sign-in/useAdminSession.ts";

/** What the page is made of. */
export interface AppProps {
  readonly store: AnalyticsStore;
  readonly session: AdminSession;
}

/** The analytics page: sign-in, trouble, or the dashboard. */
export function App({ store, session }: AppProps) {
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  useEffect(() => store.start(), [store]);
  const { signIn, signOut } = useAdminSession(session, store.retry);
  const { trouble, range, isLive, overview } = snapshot;
  const isOutside = isSignedOut(snapshot);
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the numbers
      </a>
      <Header
        range={range}
        isLive={isLive && trouble === undefined}
        isSignedOut={isOutside}
        onRange={(next) => {
          writeRange(next);
          store.setRange(next);
        }}
        onSignOut={signOut}
      />
      <main id="content" className="content" aria-busy={overview === undefined && !trouble}>
        {isOutside ? (
          <SignIn onToken={signIn} />
        ) : (
          <>
            {trouble !== undefined && <Trouble trouble={trouble} onRetry={store.retry} />}
            {overview !== undefined && <Dashboard snapshot={{ ...snapshot, overview }} />}
            {overview === undefined && trouble === undefined && (
              <output className="loading">Loading…</output>
            )}
          </>
        )}
      </main>
    </>
  );
}
