/**
 * An extension as data: one toggle with three states, kept in the settings. Its title, description,
 * pressed state and argument are all evaluated from the same setting.
 */
export const blameManifest = {
  name: "blame",
  publisher: "example",
  contributes: {
    actions: [
      {
        id: "blame.toggle",
        command: "updateConfiguration",
        commandArguments: [
          ["blame.lines"],
          "${(config.blame.lines == 'selected' && 'all') || (config.blame.lines == 'all' && 'none') || 'selected'}",
          null,
        ],
        category: "Blame",
        title:
          "${(config.blame.lines == 'selected' && 'Show for the whole file') || (config.blame.lines == 'all' && 'Hide') || 'Show for selected lines'}",
        iconURL: "blame",
        actionItem: {
          label: "Blame",
          iconURL: "blame",
          description:
            "${(config.blame.lines == 'selected' && 'Show who changed each line of the file') || (config.blame.lines == 'all' && 'Hide who changed each line') || 'Show who changed the selected lines'}",
          pressed: "config.blame.lines == 'selected' || config.blame.lines == 'all'",
        },
      },
    ],
    menus: {
      "editor/title": [{ action: "blame.toggle", when: "resource" }],
      commandPalette: [{ action: "blame.toggle", when: "resource" }],
    },
  },
};
