import { useEffect, useRef, useSyncExternalStore } from "react";
import type { AdminSession } from "./api/createAdminSession.ts";
import type { ApiClient } from "./api/createApiClient.ts";
import { type AnalyticsStore, isSignedOut } from "./api/createAnalyticsStore.ts";
import { Header } from "./header/Header.tsx";
import { Notices } from "./header/Notices.tsx";
import type { Navigation } from "./location/createNavigation.ts";
import { NavigationContext } from "./location/useNavigation.ts";
import { SignIn } from "./sign-in/SignIn.tsx";
import { Trouble } from "./sign-in/Trouble.tsx";
import { useAdminSession } from "./sign-in/useAdminSession.ts";
import { titleOf } from "./views/titleOf.ts";
import { ViewContent } from "./views/ViewContent.tsx";

/** What the page is made of. */
export interface AppProps {
  readonly client: ApiClient;
  readonly navigation: Navigation;
  readonly store: AnalyticsStore;
  readonly session: AdminSession;
}

/** The analytics page: sign-in, or the view that its address asks for. */
export function App({ client, navigation, store, session }: AppProps) {
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { signIn, signOut } = useAdminSession(session, store.retry);
  const { trouble, isLive } = snapshot;
  const isOutside = isSignedOut(snapshot);
  const main = useRef<HTMLElement>(null);
  useViewChange(navigation, main, isOutside);
  return (
    <NavigationContext value={navigation}>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <Header
        isLive={trouble === undefined ? isLive : false}
        isSignedOut={isOutside}
        onSignOut={signOut && (() => void signOut())}
      />
      <main id="content" ref={main} className="content" tabIndex={-1}>
        {isOutside ? (
          <SignIn hasEnded={signOut !== undefined} onToken={signIn} />
        ) : (
          <>
            <Notices />
            {trouble !== undefined && <Trouble trouble={trouble} onRetry={store.retry} />}
            <ViewContent snapshot={snapshot} client={client} onNews={store.onNews} />
          </>
        )}
      </main>
    </NavigationContext>
  );
}

/** Titles the page after its view; who goes to another one, or signs in, is at its top, with the keyboard too. */
function useViewChange(
  navigation: Navigation,
  main: { readonly current: HTMLElement | null },
  isOutside: boolean,
) {
  const { view } = useSyncExternalStore(navigation.subscribe, navigation.getSnapshot).location;
  const title = titleOf(view);
  const place = isOutside ? undefined : title;
  const shown = useRef(place);
  useEffect(() => {
    document.title = `${title} · Action Telemetry`;
    if (shown.current === place) return;
    shown.current = place;
    if (place === undefined) return;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title, place, main]);
}
