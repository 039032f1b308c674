import { useId, type ReactElement } from "react";
import { useCodeBrowser } from "../app/CodeBrowser.ts";
import { findStorage, keepConsent } from "./consentMemory.ts";
import { useConsent } from "./useInspection.ts";

/** The switch that allows and refuses recording. Renders a `<div>` with a checkbox. */
export function ConsentSwitch(): ReactElement {
  const { telemetry } = useCodeBrowser();
  const granted = useConsent(telemetry) === "granted";
  const id = useId();
  const decide = (on: boolean) => {
    const state = on ? "granted" : "denied";
    keepConsent(findStorage(), state);
    void telemetry.consent.set(state);
  };
  return (
    <div className="cb-switch">
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={granted}
        aria-describedby={`${id}-note`}
        checked={granted}
        onChange={(event) => decide(event.target.checked)}
      />
      <label htmlFor={id}>Record the actions I run</label>
      <p id={`${id}-note`} className="cb-muted">
        {granted
          ? "Switching off also erases what was not sent yet and your anonymous ID."
          : "Nothing is recorded."}
      </p>
    </div>
  );
}
