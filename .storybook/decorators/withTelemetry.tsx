import { TelemetryProvider } from "@action-telemetry/react";
import type { TestRecorder } from "@action-telemetry/telemetry/testing";
import type { Decorator } from "@storybook/react-vite";
import { useEffect } from "react";
import { addons } from "storybook/preview-api";
import {
  eventsChanged,
  eventsCleared,
  eventsRequested,
  type TimedEvent,
} from "../telemetry-panel/messages.ts";

/** Puts the story below a recorder of its own, and shows what that records in the panel. */
export const withTelemetry: Decorator = (Story, { telemetry }) => (
  <TelemetryProvider recorder={telemetry.recorder}>
    <PanelConnection telemetry={telemetry} />
    <Story />
  </TelemetryProvider>
);

function PanelConnection({ telemetry }: { readonly telemetry: TestRecorder }) {
  useEffect(() => connectPanel(telemetry), [telemetry]);
  return null;
}

/** Keeps the panel up to date; returns what ends that. */
function connectPanel(telemetry: TestRecorder): () => void {
  const channel = addons.getChannel();
  let timed: readonly TimedEvent[] = [];
  const send = () => {
    const time = Date.now();
    timed = telemetry.events.map((event, index) => timed[index] ?? { event, time });
    channel.emit(eventsChanged, timed);
  };
  const clear = () => telemetry.clear();
  const unsubscribe = telemetry.subscribe(send);
  channel.on(eventsRequested, send);
  channel.on(eventsCleared, clear);
  send();
  return () => {
    unsubscribe();
    channel.off(eventsRequested, send);
    channel.off(eventsCleared, clear);
  };
}
