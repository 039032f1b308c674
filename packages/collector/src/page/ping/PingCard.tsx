import type { PingPreview } from "../api/createApiClient.ts";

/** The aggregate that leaves this instance, or would: the very bytes. */
export function PingCard({ ping }: { readonly ping: PingPreview }) {
  return (
    <details className="card collected">
      <summary>
        <h2>What leaves this instance</h2>
        <span className="muted">{describe(ping)}</span>
      </summary>
      <div className="ping">
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

function describe({ destination, status }: PingPreview): string {
  if (destination === null) {
    return "Nothing. With PING_URL set, this aggregate would, once a week.";
  }
  const answer = { null: "not sent yet", 0: "no answer yet, trying again" }[String(status)];
  return `Once a week this aggregate goes to ${destination} (${answer ?? `answered ${status}`}).`;
}
