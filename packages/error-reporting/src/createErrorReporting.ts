import { checkOptions } from "./checkOptions.ts";
import { createLedger } from "./createLedger.ts";
import { createReporting } from "./createReporting.ts";
import type { ErrorReporting, ErrorReportingOptions } from "./ErrorReporting.ts";
import { createDelivery } from "./sending/createDelivery.ts";

/**
 * Makes the reporting of one script's errors. Until the person has agreed nothing is listened to, loaded or sent;
 * after a refusal nothing is left.
 *
 * @throws TypeError when an option would make reports that nobody can read.
 * @example
 * const reporting = createErrorReporting({
 *   release: "code-browser@1.4.0",
 *   surface: "web",
 *   script: "page",
 *   scripts: [new URL("/assets/", location.href).href],
 *   destination: { tunnel: "/.api/error-reports" },
 * });
 * reporting.setConsent("granted");
 */
export function createErrorReporting(options: ErrorReportingOptions): ErrorReporting {
  const { destination = {}, now = Date.now } = options;
  const { dsn, tunnel } = destination;
  if (!dsn && !tunnel) return createNothing(options);
  // Called as a method of nothing, as browsers insist.
  const fetch: typeof globalThis.fetch = (...call) => (options.fetch ?? globalThis.fetch)(...call);
  const delivery = createDelivery(async () => {
    const { createSentrySender } = await import("./sending/createSentrySender.ts");
    return createSentrySender({ dsn, tunnel, fetch, now });
  });
  return createReporting(options, delivery);
}

/** Where there is nowhere to report to, there is nothing to do. */
function createNothing(options: ErrorReportingOptions): ErrorReporting {
  checkOptions(options);
  const { getSnapshot, subscribe } = createLedger("unavailable");
  const nothing = () => undefined;
  return {
    report: nothing,
    forward: nothing,
    setConsent: nothing,
    getSnapshot,
    subscribe,
    close: nothing,
  };
}
