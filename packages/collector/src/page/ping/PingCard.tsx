import type { InstanceAnswer } from "../../http/createInstanceRoutes.ts";
import { formatCount } from "../format/format.ts";
import type { PingPreview } from "../api/createApiClient.ts";

/** What leaves this instance. */
export interface PingCardProps {
  readonly ping: PingPreview;
  readonly leaving: InstanceAnswer["leaving"] | undefined;
}

/** What leaves this instance: above all the aggregate, or what would be one, in its very bytes. */
export function PingCard({ ping, leaving }: PingCardProps) {
  const events = leaving?.events ?? null;
  return (
    <details className="card collected">
      <summary>
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

function describe({ destination, status }: PingPreview, doesMore: boolean): string {
  if (destination === null) {
    return doesMore
      ? "No aggregate does."
      : "Nothing. With PING_URL set, this aggregate would, once a week.";
  }
  const answer = { null: "not sent yet", 0: "no answer yet, trying again" }[String(status)];
  return `Once a week this aggregate goes to ${destination} (${answer ?? `answered ${status}`}).`;
}
