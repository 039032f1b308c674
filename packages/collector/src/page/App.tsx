import { useEffect, useSyncExternalStore } from "react";
import type { AdminToken } from "./api/createAdminToken.ts";
import { type AnalyticsStore, isSignedOut } from "./api/createAnalyticsStore.ts";
import { writeRange } from "./api/rangeInLocation.ts";
import { Dashboard } from "./Dashboard.tsx";
import { Header } from "./header/Header.tsx";
import { SignIn } from "./sign-in/SignIn.tsx";
import { Trouble } from "./sign-in/Trouble.tsx";

/** What the page is made of. */
export interface AppProps {
  readonly store: AnalyticsStore;
  readonly token: AdminToken;
}

/** The analytics page: sign-in, trouble, or the dashboard. */
export function App({ store, token }: AppProps) {
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  useEffect(() => store.start(), [store]);
  const { trouble, range, isLive, overview } = snapshot;
  const needsToken = isSignedOut(snapshot);
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the numbers
      </a>
      <Header
        range={range}
        isLive={isLive && trouble === undefined}
        isSignedOut={needsToken}
        onRange={(next) => {
          writeRange(next);
          store.setRange(next);
        }}
        onSignOut={
          token.get() === undefined
            ? undefined
            : () => {
                token.clear();
                store.retry();
              }
        }
      />
      <main id="content" className="content" aria-busy={overview === undefined && !trouble}>
        {needsToken ? (
          <SignIn
            isWrong={trouble === "token-invalid"}
            onToken={(value) => {
              token.set(value);
              store.retry();
            }}
          />
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
