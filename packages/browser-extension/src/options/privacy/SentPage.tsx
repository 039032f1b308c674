import { TelemetryInspector } from "@action-telemetry/react";
import type { ReactElement } from "react";
import { useOptions } from "../connection/OptionsContext.ts";

/** What was and will be sent, to the byte, and the button that erases it. */
export function SentPage(): ReactElement {
  const { connection } = useOptions();
  return <TelemetryInspector client={connection.inspected} />;
}
