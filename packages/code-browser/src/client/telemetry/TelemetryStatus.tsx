import { useAction } from "@action-telemetry/react";
import { ShieldCheck, ShieldOff } from "lucide-react";
import type { ReactElement } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { useConsent } from "./useConsent.ts";

/** Says whether actions are recorded, and leads to the page that shows what was. Renders an `<a>`. */
export function TelemetryStatus(): ReactElement {
  const { telemetry } = useCodeBrowser();
  const granted = useConsent(telemetry) === "granted";
  const { props } = useAction({ action: "codeBrowser.openTelemetry", surface: "page" });
  const text = granted ? "Telemetry is on" : "Telemetry is off";
  return (
    <a
      {...props}
      className="cb-telemetry-status"
      data-on={granted ? "" : undefined}
      title={`${text}: see what is recorded`}
    >
      {granted ? <ShieldCheck aria-hidden="true" /> : <ShieldOff aria-hidden="true" />}
      <span className="cb-visually-hidden">{text}</span>
    </a>
  );
}
