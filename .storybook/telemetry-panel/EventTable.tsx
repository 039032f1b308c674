import React from "react";
import { styled } from "storybook/theming";
import type { TimedEvent } from "./messages.ts";

const Table = styled.table(({ theme }) => ({
  width: "100%",
  borderCollapse: "collapse",
  color: theme.color.defaultText,
  fontSize: theme.typography.size.s2,
  "& th, & td": {
    padding: "8px 16px",
    borderBottom: `1px solid ${theme.appBorderColor}`,
    textAlign: "start",
    verticalAlign: "top",
  },
  "& th": { color: theme.color.mediumdark, fontWeight: theme.typography.weight.regular },
}));

const Code = styled.code(({ theme }) => ({
  fontFamily: theme.typography.fonts.mono,
  fontSize: theme.typography.size.s1,
  overflowWrap: "anywhere",
}));

/** The time of day, UTC, to the millisecond. */
const toClock = (time: number) => new Date(time).toISOString().slice(11, -1);

/** Recorded events as a table, oldest first. */
export function EventTable({ events }: { readonly events: readonly TimedEvent[] }) {
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">Action or event</th>
          <th scope="col">Surface</th>
          <th scope="col">Trigger</th>
          <th scope="col">Alt</th>
          <th scope="col">Time</th>
          <th scope="col">Recorded</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ event, time }, index) => (
          <tr key={`${index} ${time}`}>
            <td>{event.name}</td>
            <td>{event.surface}</td>
            <td>{event.trigger}</td>
            <td>{event.alt && "yes"}</td>
            <td>
              <time dateTime={new Date(time).toISOString()}>{toClock(time)}</time>
            </td>
            <td>
              <Code>{JSON.stringify(event)}</Code>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
