import { createErrorReporting, type ErrorReporting } from "@action-telemetry/error-reporting";
import { createRootErrorHandlers, ErrorBoundary } from "@action-telemetry/error-reporting/react";
import { createRoot } from "react-dom/client";
import { plants, type PlantName } from "./plants.ts";

/** By which a test drives the page. */
export interface Driver {
  /** Makes the reporting. */
  start(options: {
    /** Names of the scripts of this page. */
    readonly files: readonly string[];
    readonly dsn?: string;
    readonly tunnel?: string;
    readonly isOn?: boolean;
  }): void;
  setConsent(isOn: boolean): void;
  /** Puts a secret where it must not be found. */
  plant(name: PlantName, secret: string): unknown;
  /** Throws here, where nobody catches it. */
  throwMarked(): void;
  report(name: string, actionId: string): void;
  /** Reports so many errors of different places. */
  reportMany(count: number): void;
  /** Renders a component that fails, below a boundary. */
  renderFailing(secret: string): void;
  snapshot(): unknown;
}

/** Puts the driver on the page. */
export function installDriver(): void {
  let reporting: ErrorReporting | undefined;
  /** Moves on by a minute with each look at it, for ten reports a minute are all that leave. */
  let time = Date.now();
  const driver: Driver = {
    start({ files, dsn, tunnel, isOn = false }) {
      reporting = createErrorReporting({
        release: "driver@1.0.0",
        surface: "web",
        script: "page",
        codeHost: "github",
        scripts: [`${location.origin}/assets/`],
        files,
        destination: { dsn, tunnel },
        now: () => (time += 60_000),
        ...(isOn && { consent: "granted" }),
      });
    },
    setConsent: (isOn) => reporting?.setConsent(isOn ? "granted" : "denied"),
    plant: (name, secret) => plants[name](secret, (error) => reporting?.report(error)),
    throwMarked: () => void setTimeout(throwMarked, 0),
    report: (name, actionId) => reporting?.report(new TypeError(name), { actionId }),
    reportMany(count) {
      for (let index = 0; index < count; index += 1) {
        const error = new Error("many");
        error.stack = `f@${location.origin}/assets/many.js:${index + 1}:1`;
        reporting?.report(error);
      }
    },
    renderFailing(secret) {
      const Failing = () => {
        throw new URIError(secret);
      };
      Object.defineProperty(Failing, "name", { value: secret });
      const element = document.body.appendChild(document.createElement("div"));
      const handlers = reporting && createRootErrorHandlers(reporting);
      createRoot(element, handlers).render(
        <ErrorBoundary reporting={reporting} resetKey={secret}>
          <Failing key={secret} />
        </ErrorBoundary>,
      );
    },
    snapshot: () => reporting?.getSnapshot(),
  };
  Object.assign(globalThis, { driver });
}

function throwMarked(): never {
  throw new RangeError(`marked at ${location.href}`);
}
