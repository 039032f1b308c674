import "@action-telemetry/react/styles.css";
import "@action-telemetry/error-reporting/styles.css";
import "./preview.css";
import { createTestRecorder } from "@action-telemetry/telemetry/testing";
import type { Preview } from "@storybook/react-vite";
import { configure } from "storybook/test";
import { withPageSettings } from "./decorators/withPageSettings.tsx";
import { withShadowRoot } from "./decorators/withShadowRoot.tsx";
import { withStrictMode } from "./decorators/withStrictMode.tsx";
import { withTelemetry } from "./decorators/withTelemetry.tsx";
import "./decorators/StoryTelemetry.ts";
import { globalTypes } from "./globalTypes.ts";

// What a story waits for may take long on a busy machine; the library's own second is no time there.
configure({ asyncUtilTimeout: 45_000 });

const preview: Preview = {
  tags: ["autodocs"],
  globalTypes,
  initialGlobals: {
    theme: "light",
    direction: "ltr",
    motion: "full",
    strictMode: "on",
    shadowRoot: "off",
  },
  // From the inside out: the recorder is the outermost, and outlives what the other switches mount anew.
  decorators: [withShadowRoot, withStrictMode, withPageSettings, withTelemetry],
  beforeEach: (context) => {
    context.telemetry = createTestRecorder();
  },
  parameters: {
    layout: "padded",
    controls: { expanded: true },
    backgrounds: { disable: true },
    a11y: {
      test: "error",
      config: { rules: [{ id: "target-size", enabled: true }] },
    },
  },
};

export default preview;
