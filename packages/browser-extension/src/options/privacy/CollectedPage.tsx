import { extensionEventCatalogue } from "@action-telemetry/event-schema";
import { ConsentSettings } from "@action-telemetry/react";
import type { ReactElement } from "react";
import { useOptions, useSettings } from "../connection/OptionsContext.ts";

/** What is collected, in the words of the event catalogue, and the switch for it. */
export function CollectedPage(): ReactElement {
  const { connection } = useOptions();
  const { sendTelemetry } = useSettings();
  const { state, canChange, reason } = sendTelemetry;
  return (
    <ConsentSettings
      consent={connection.consent}
      decision={{ state, canChange, reason }}
      catalogue={extensionEventCatalogue}
    />
  );
}
