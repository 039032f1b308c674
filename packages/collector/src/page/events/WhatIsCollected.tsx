import { eventCatalogue } from "@action-telemetry/event-schema";

/** The event catalogue: every field that a client can send, and what it is for. */
export function WhatIsCollected() {
  return (
    <details className="card collected" open>
      <summary className="collected-head">
        <h2>What is collected</h2>
        <span className="muted">
          {eventCatalogue.fields.length} fields. Nothing else is accepted; no address, no user agent
          and no referrer is kept.
        </span>
      </summary>
      <table className="table catalogue">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Of</th>
            <th scope="col">Purpose</th>
            <th scope="col">Personal data</th>
          </tr>
        </thead>
        <tbody>
          {eventCatalogue.fields.map(({ where, name, purpose, personalData }) => (
            <tr key={`${where}.${name}`}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{where}</td>
              <td>{purpose}</td>
              <td>{personalData}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
