import type { RecordedEvent } from "@action-telemetry/telemetry/testing";

/** The panel's name among those of Storybook. */
export const panelId = "action-telemetry/events";

/** From the story to the panel: all that the current story recorded, as {@link TimedEvent}s. */
export const eventsChanged = "action-telemetry/events-changed";

/** From the panel to the story: send the events again, for a panel that opens late. */
export const eventsRequested = "action-telemetry/events-requested";

/** From the panel to the story: forget what was recorded. */
export const eventsCleared = "action-telemetry/events-cleared";

/** A recorded event, and when the story recorded it. */
export interface TimedEvent {
  readonly event: RecordedEvent;
  /** Milliseconds since 1970: Storybook's channel would turn a text of a time into an object. */
  readonly time: number;
}
