import type { ErrorReporting, ReportDetails } from "@action-telemetry/error-reporting";
import { release } from "../../api/release.ts";
import { createSignal } from "../app/Signal.ts";
import type { ErrorReports, ErrorReportsSnapshot } from "./ErrorReports.ts";

const storageKey = "codeBrowser.errorReporting";

/** How many errors wait for the reporting to be loaded. */
const mostWaiting = 10;

/** Makes the error reports of a page: off, unless an earlier visit has switched them on. */
export function createErrorReports(
  { origin }: Pick<Location, "origin">,
  storage: Storage | undefined,
): ErrorReports {
  const changed = createSignal();
  let snapshot: ErrorReportsSnapshot = { isOn: readSetting(storage), reporting: undefined };
  /** There is one reporting, however often it is switched on while that comes. */
  let loading: Promise<ErrorReporting> | undefined;
  let waiting: (readonly [thrown: unknown, details: ReportDetails | undefined])[] = [];

  function change(part: Partial<ErrorReportsSnapshot>): void {
    snapshot = { ...snapshot, ...part };
    changed.emit();
  }

  async function start(): Promise<void> {
    const reporting = await (loading ??= load(origin));
    const { isOn } = snapshot;
    if (isOn) for (const [thrown, details] of waiting) reporting.report(thrown, details);
    waiting = [];
    reporting.setConsent(isOn ? "granted" : "denied");
    change({ reporting });
  }

  function startQuietly(): void {
    // Where it cannot be loaded, nothing is reported; the next decision tries again.
    start().catch(() => (loading = undefined));
  }

  if (snapshot.isOn) startQuietly();
  return {
    report(thrown, details) {
      const { isOn, reporting } = snapshot;
      if (reporting !== undefined) reporting.report(thrown, details);
      else if (isOn && waiting.length < mostWaiting) waiting.push([thrown, details]);
    },
    getSnapshot: () => snapshot,
    subscribe: changed.subscribe,
    decide(isOn) {
      change({ isOn });
      snapshot.reporting?.setConsent(isOn ? "granted" : "denied");
      if (!isOn) waiting = [];
      else if (snapshot.reporting === undefined) startQuietly();
      storage?.setItem(storageKey, isOn ? "on" : "off");
    },
  };
}

async function load(origin: string): Promise<ErrorReporting> {
  const [{ createErrorReporting }, response] = await Promise.all([
    import("@action-telemetry/error-reporting"),
    fetch("/scripts.json"),
  ]);
  return createErrorReporting({
    release,
    surface: "web",
    script: "page",
    scripts: [`${origin}/assets/`],
    files: (await response.json()) as readonly string[],
    destination: { tunnel: "/.api/error-reports" },
  });
}

/** What cannot be read or understood is no permission. */
function readSetting(storage: Storage | undefined): boolean {
  try {
    return storage?.getItem(storageKey) === "on";
  } catch {
    return false;
  }
}
