import type { TestRecorder } from "@action-telemetry/telemetry/testing";

declare module "storybook/internal/csf" {
  interface StoryContext {
    /** Records what the story does; a `play` function asserts on `telemetry.events`. */
    telemetry: TestRecorder;
  }
}
