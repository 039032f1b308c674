import type { Decorator } from "@storybook/react-vite";
import { StrictMode } from "react";

/** Renders the story in React's strict mode when the toolbar says so. */
export const withStrictMode: Decorator = (Story, { globals }) =>
  globals["strictMode"] === "on" ? (
    <StrictMode>
      <Story />
    </StrictMode>
  ) : (
    <Story />
  );
