import type { ReactElement } from "react";
import { useOptions, useSettings } from "../connection/OptionsContext.ts";
import { Icon } from "../parts/Icon.tsx";
import { Section } from "../parts/Section.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { useSendTelemetry } from "./useSendTelemetry.ts";

/** What is sent, by whose leave, and the ways to see it. */
export function PrivacySection(props: {
  readonly openCollected: () => void;
  readonly openSent: () => void;
}): ReactElement {
  const { connection } = useOptions();
  const { sendTelemetry, allowErrorReporting } = useSettings();
  const { change, hasFailed } = useSendTelemetry();
  const { state, canChange, reason, isOn } = sendTelemetry;
  return (
    <Section title="Privacy">
      <SwitchRow
        label="Send telemetry"
        isOn={canChange ? isOn : state === "granted"}
        isFixed={!canChange}
        onChange={change}
        description={
          <>
            <p role="status">
              {reason}
              {!canChange && state !== "unknown" && " The setting makes no difference here."}
            </p>
            <p role="alert" className="ext-trouble">
              {hasFailed && "Nothing was changed: the browser or its storage refused."}
            </p>
          </>
        }
      />
      <SwitchRow
        label="Allow error reporting"
        isOn={allowErrorReporting}
        onChange={(isAllowed) => void connection.write({ allowErrorReporting: isAllowed })}
        description="Reports of defects in this extension, without what you read or typed."
      />
      <div className="ext-links">
        <PageLink onClick={props.openCollected}>What is collected</PageLink>
        <PageLink onClick={props.openSent}>What was sent last, and erase it</PageLink>
      </div>
    </Section>
  );
}

function PageLink(props: {
  readonly children: string;
  readonly onClick: () => void;
}): ReactElement {
  return (
    <button type="button" className="ext-page-link" onClick={props.onClick}>
      {props.children}
      <Icon name="next" />
    </button>
  );
}
