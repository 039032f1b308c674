import type { ReactElement } from "react";
import { formatDate } from "../format/formatDate.ts";
import { focusableScroller } from "../layout/focusableScroller.ts";
import type { ShownEvent } from "./readEvents.ts";

/** The events that were recorded, newest first. Renders a `<table>`. */
export function EventTable({ events }: { readonly events: readonly ShownEvent[] }): ReactElement {
  return (
    <div className="cb-table-frame" {...focusableScroller("Recorded events")}>
      <table className="cb-table">
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Surface</th>
            <th scope="col">Trigger</th>
            <th scope="col">Time</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ event, sent }) => (
            <tr key={event.id}>
              <td>
                <code>{event.name}</code>
                {event.alt === true && <span className="cb-tag">alternative</span>}
              </td>
              <td>{event.surface ?? "–"}</td>
              <td>{event.trigger ?? "–"}</td>
              <td>
                <time dateTime={event.time}>{formatDate(event.time)}</time>
              </td>
              <td>
                <span className="cb-tag" data-tone={sent ? "good" : "waiting"}>
                  {sent ? "sent" : "waiting"}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
