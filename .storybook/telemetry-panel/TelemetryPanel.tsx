import React from "react";
import { AddonPanel, EmptyTabContent } from "storybook/internal/components";
import { addons } from "storybook/manager-api";
import { styled } from "storybook/theming";
import { EventTable } from "./EventTable.tsx";
import { eventsCleared } from "./messages.ts";
import { useRecordedEvents } from "./useRecordedEvents.ts";

const Bar = styled.div(({ theme }) => ({
  display: "flex",
  alignItems: "center",
  justifyContent: "space-between",
  gap: 12,
  padding: "8px 16px",
  borderBottom: `1px solid ${theme.appBorderColor}`,
  color: theme.color.defaultText,
  fontSize: theme.typography.size.s2,
}));

const ClearButton = styled.button(({ theme }) => ({
  padding: "4px 10px",
  border: `1px solid ${theme.appBorderColor}`,
  borderRadius: theme.appBorderRadius,
  background: theme.background.content,
  color: theme.color.defaultText,
  font: "inherit",
  cursor: "pointer",
}));

/** The addon panel: every event that the story recorded, as it would leave for the instance. */
export function TelemetryPanel({ active }: { readonly active: boolean }) {
  const events = useRecordedEvents();
  return (
    <AddonPanel active={active}>
      {events.length === 0 ? (
        <EmptyTabContent
          title="Nothing recorded yet"
          description="Run an action in the story: click it, or use its shortcut."
        />
      ) : (
        <>
          <Bar>
            <span>{events.length === 1 ? "1 event" : `${events.length} events`}</span>
            <ClearButton type="button" onClick={() => addons.getChannel().emit(eventsCleared)}>
              Clear
            </ClearButton>
          </Bar>
          <EventTable events={events} />
        </>
      )}
    </AddonPanel>
  );
}
