import type { ConsentState, TelemetryDecision } from "@action-telemetry/telemetry";
import { type ReactElement } from "react";
import { useElementId } from "../element-id/useElementId.ts";
import { Glyph } from "../icon/Glyph.tsx";
import { useMessages } from "../messages/useMessages.ts";
import { PlainButton } from "../panel/PlainButton.tsx";
import type { Decide } from "./useDecide.ts";

/**
 * The switch, what it is at, and why. Where the person cannot change it, it keeps the focus, so that
 * the reason can be read, and does nothing.
 * Renders a `<button role="switch">` with its label and description.
 * Records nothing: see `ConsentSettings`.
 */
export function ConsentSwitch(props: ConsentSwitchProps): ReactElement {
  const { state, decision, progress, decide } = props;
  const messages = useMessages();
  const id = useElementId();
  const canChange = decision?.canChange ?? true;
  const isOn = state === "granted";
  // A decision that the application has not made anew since the state changed explains another state.
  const reason = decision?.state === state ? decision.reason : messages.consentMeaning(state);
  return (
    <div className="at-consent-choice">
      <label className="at-consent-label" htmlFor={id}>
        {messages.consentSwitch}
      </label>
      <div className="at-consent-reason" id={`${id}-reason`}>
        <p role="status">
          {state === "denied" && progress === "erasing" ? messages.consentErasing : reason}
          {!canChange && state !== "unknown" && ` ${messages.consentFixed}`}
        </p>
        <p role="alert">
          {progress === "failed" && <Trouble text={messages.consentFailed} />}
          {progress === "not-kept" && <Trouble text={messages.consentNotKept} />}
        </p>
        {state === "unknown" && canChange && (
          <PlainButton onClick={() => decide("denied")}>{messages.consentRefuse}</PlainButton>
        )}
      </div>
      <div className="at-consent-control">
        <span className="at-consent-state" aria-hidden="true">
          {messages.consentState(state)}
        </span>
        <button
          id={id}
          type="button"
          role="switch"
          className="at-switch"
          aria-checked={isOn}
          aria-disabled={!canChange || undefined}
          aria-describedby={`${id}-reason`}
          onClick={() => {
            if (canChange) decide(isOn ? "denied" : "granted");
          }}
        />
      </div>
    </div>
  );
}

function Trouble({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="at-trouble">
      <Glyph name="warning" />
      {text}
    </span>
  );
}

/** The props of {@link ConsentSwitch}. */
export interface ConsentSwitchProps extends Decide {
  readonly state: ConsentState;
  readonly decision: TelemetryDecision | undefined;
}
