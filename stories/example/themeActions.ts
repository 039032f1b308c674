import { defineAction } from "@action-telemetry/actions";

/** A choice among three, as toggles that exclude one another. */
export const themeActions = (["Light", "Dark", "System"] as const).map((title) => ({
  group: "theme",
  action: defineAction({
    id: `theme.${title.toLowerCase()}`,
    title,
    command: "updateConfiguration",
    commandArguments: [["theme"], title.toLowerCase()],
    actionItem: {
      label: title,
      pressed:
        title === "Light"
          ? "!config.theme || config.theme === 'light'"
          : `config.theme === '${title.toLowerCase()}'`,
    },
  }),
}));
