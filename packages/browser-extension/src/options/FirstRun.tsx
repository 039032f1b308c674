import { type ReactElement, useId } from "react";
import { useSendTelemetry } from "./privacy/useSendTelemetry.ts";

/**
 * Asks the person about telemetry, before anything else, where the policy asks and the browser has
 * not: both answers are equally large, and until one is given nothing is sent.
 */
export function FirstRun(props: { readonly openCollected: () => void }): ReactElement {
  const { change, hasFailed } = useSendTelemetry();
  const id = useId();
  return (
    <section className="ext-first-run" aria-labelledby={id}>
      <h2 id={id}>May the extension send telemetry?</h2>
      <p>
        When you run an action, its ID is sent to the instance you are connected to, and nowhere
        else: never what you read, typed or opened. Nothing is sent unless you agree, and you can
        change your mind here at any time.
      </p>
      <div className="ext-choices">
        <button type="button" className="ext-button" onClick={() => change(false)}>
          Do not send
        </button>
        <button type="button" className="ext-button" onClick={() => change(true)}>
          Send telemetry
        </button>
      </div>
      <p role="alert" className="ext-trouble">
        {hasFailed && "Your answer could not be stored. Nothing is sent."}
      </p>
      <button type="button" className="ext-link-button" onClick={props.openCollected}>
        See exactly what is collected
      </button>
    </section>
  );
}
