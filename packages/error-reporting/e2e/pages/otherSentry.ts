import * as Sentry from "@sentry/react";

/** The page's own Sentry, with its defaults: it tells everything, and shares its scopes with whoever lets it. */
export function installOtherSentry(dsn: string, secret: string): void {
  Sentry.init({ dsn, tracesSampleRate: 0 });
  Sentry.setTag("planted", secret);
  Sentry.setUser({ id: secret });
  Sentry.setContext("planted", { secret });
  Sentry.setExtra("planted", secret);
  Sentry.getGlobalScope().setTag("global", secret);
  Sentry.addBreadcrumb({ message: secret });
  Sentry.addEventProcessor((event) => {
    Object.assign(globalThis, { seenByOther: [...(globalThis.seenByOther ?? []), event.event_id] });
    return { ...event, extra: { ...event.extra, processed: secret } };
  });
  Object.assign(globalThis, { captureOther: () => Sentry.captureMessage(secret) });
}

declare global {
  var seenByOther: readonly unknown[] | undefined;
}
