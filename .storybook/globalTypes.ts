import type { Preview } from "@storybook/react-vite";

/** The switches of the toolbar; the decorators read them. */
export const globalTypes = {
  theme: toolbarSwitch("Theme", "paintbrush", { light: "Light", dark: "Dark" }),
  direction: toolbarSwitch("Direction", "transfer", { ltr: "Left to right", rtl: "Right to left" }),
  motion: toolbarSwitch("Motion", "play", { full: "Full motion", reduced: "Reduced motion" }),
  strictMode: toolbarSwitch("Strict mode", "shield", { on: "Strict mode", off: "Not strict" }),
  shadowRoot: toolbarSwitch("Shadow root", "component", {
    off: "In the page",
    on: "In a shadow root",
  }),
} satisfies Preview["globalTypes"];

type Icon = "component" | "paintbrush" | "play" | "shield" | "transfer";

function toolbarSwitch(name: string, icon: Icon, titles: Readonly<Record<string, string>>) {
  return {
    name,
    description: name,
    toolbar: {
      icon,
      title: name,
      dynamicTitle: true,
      items: Object.entries(titles).map(([value, title]) => ({ value, title })),
    },
  };
}
