import type { InstanceAnswer } from "../../instance/createInstanceRoutes.ts";
import { formatCount } from "../format/format.ts";

/** What the instance says of itself. */
export interface LeavingRowsProps {
  readonly leaving: InstanceAnswer["leaving"];
}

/** What becomes of events, of their aggregate and of error reports: whether they stay here, or where they go. */
export function LeavingRows({ leaving }: LeavingRowsProps) {
  const { events, ping, errorReports } = leaving;
  return (
    <>
      <Row
        name="Events"
        leaves={events !== null}
        text={events === null ? "stay here" : `are sent on to ${events.to}`}
      />
      <Row
        name="Their weekly aggregate"
        leaves={ping !== null}
        text={ping === null ? "stays here" : `goes to ${ping.to}`}
      />
      <Row
        name="Error reports"
        leaves={errorReports !== null}
        text={
          errorReports === null
            ? "stay here"
            : `are forwarded: ${formatCount(errorReports.sent)} so far, ${formatCount(errorReports.failed + errorReports.dropped)} lost`
        }
      />
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly leaves: boolean;
  readonly text: string;
}

function Row({ name, leaves, text }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="place" data-leaves={leaves || undefined}>
        {text}
      </dd>
    </div>
  );
}
