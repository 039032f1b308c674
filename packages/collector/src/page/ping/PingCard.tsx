import type { InstanceAnswer } from "../../instance/createInstanceRoutes.ts";
import type { ShownPing } from "../api/loadView.ts";
import { formatCount } from "../format/format.ts";
import { describeAnswer } from "./describeAnswer.ts";
import { PingFacts } from "./PingFacts.tsx";

/** What leaves this instance. */
export interface PingCardProps {
  readonly ping: ShownPing;
  readonly leaving: InstanceAnswer["leaving"] | undefined;
}

/** What leaves this instance: above all the aggregate, or what would be one, in its very bytes, and what became of it. */
export function PingCard({ ping, leaving }: PingCardProps) {
  const events = leaving?.events ?? null;
  const isInTrouble = ping.destination !== null && ping.last?.outcome === "failed";
  return (
    <details className="card collected" open={isInTrouble}>
      <summary className="collected-head">
        <h2>What leaves this instance</h2>
        <span className="muted">
          {events !== null && `Every event goes to ${events.to}: OTLP_FORWARD_URL is set. `}
          {describe(ping, events !== null)}
        </span>
      </summary>
      <div className="ping">
        {events !== null && (
          <p>
            Since the start {formatCount(events.sent)} events were sent on,{" "}
            {formatCount(events.refused)} refused there, {formatCount(events.dropped)} left out.
          </p>
        )}
        <PingFacts ping={ping} />
        <p>
          The counts of last week, byte by byte as they are sent. Every number stands for several
          people, is rounded to two digits, and cannot be computed where it is left out. What is not
          builtin and not permitted by name is <code>other</code>.
        </p>
        <pre>{ping.body}</pre>
      </div>
    </details>
  );
}

function describe({ destination, last }: ShownPing, doesMore: boolean): string {
  if (destination === null) {
    return doesMore
      ? "No aggregate does."
      : "Nothing. With PING_URL set, this aggregate would, once a week.";
  }
  const answer = last === null ? "none was sent yet" : `the last one: ${describeAnswer(last)}`;
  return `Once a week this aggregate goes to ${destination}; ${answer}.`;
}
