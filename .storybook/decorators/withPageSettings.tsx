import type { Decorator } from "@storybook/react-vite";
import { useLayoutEffect } from "react";
import { forceReducedMotion } from "./forceReducedMotion.ts";

/** Applies theme, direction and motion of the toolbar to the page, as an application would. */
export const withPageSettings: Decorator = (Story, { globals }) => {
  const { theme, direction, motion } = globals;
  return (
    <>
      <PageSettings theme={String(theme)} direction={String(direction)} motion={String(motion)} />
      <Story />
    </>
  );
};

interface PageSettingsProps {
  readonly theme: string;
  readonly direction: string;
  readonly motion: string;
}

function PageSettings({ theme, direction, motion }: PageSettingsProps) {
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    page.dir = direction;
    page.dataset["theme"] = theme;
    page.style.colorScheme = theme;
  }, [theme, direction]);
  useLayoutEffect(
    () => (motion === "reduced" ? forceReducedMotion(document) : undefined),
    [motion],
  );
  return null;
}
