// Storybook compiles its own interface with a React of its own and the older JSX transform: React must be in scope.
import React from "react";
import { addons, types } from "storybook/manager-api";
import { create } from "storybook/theming/create";
import { panelId } from "./telemetry-panel/messages.ts";
import { TelemetryPanel } from "./telemetry-panel/TelemetryPanel.tsx";
import { TelemetryPanelTitle } from "./telemetry-panel/TelemetryPanelTitle.tsx";

addons.setConfig({ theme: create({ base: "light", brandTitle: "Action Telemetry" }) });

addons.register(panelId, () => {
  addons.add(panelId, {
    type: types.PANEL,
    title: () => <TelemetryPanelTitle />,
    match: ({ viewMode }) => viewMode === "story",
    render: ({ active = false }) => <TelemetryPanel active={active} />,
  });
});
