import { ErrorReportingSettings } from "@action-telemetry/error-reporting/react";
import { ConsentSettings, TelemetryInspector } from "@action-telemetry/react";
import { useState, useSyncExternalStore, type ReactElement } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import {
  decideForPage,
  findStorage,
  keepTelemetrySetting,
  readTelemetrySetting,
} from "./telemetrySetting.ts";

/** What is recorded of this person, the switch for it, and what was and will be sent. Renders a `<main>`. */
export function TelemetryPage(): ReactElement {
  const { telemetry, errorReports } = useCodeBrowser();
  const { isOn, reporting } = useSyncExternalStore(
    errorReports.subscribe,
    errorReports.getSnapshot,
  );
  const [setting, setSetting] = useState(() => readTelemetrySetting(findStorage()));
  const keep = (state: "granted" | "denied") => {
    setSetting(state === "granted" ? "on" : "off");
    keepTelemetrySetting(findStorage(), state);
  };
  return (
    <main className="cb-text-page" id="content">
      <div className="cb-text-column">
        <ConsentSettings
          consent={telemetry.consent}
          decision={decideForPage(setting)}
          onDecide={keep}
          headingLevel={1}
        />
        <TelemetryInspector client={telemetry} />
        <ErrorReportingSettings
          isOn={isOn}
          onDecide={(next) => errorReports.decide(next)}
          reporting={reporting}
        />
      </div>
    </main>
  );
}
