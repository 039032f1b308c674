import type { BundledExtension } from "./BundledExtension.ts";

const setting = "config.git.blame.decorations";

/**
 * A toggle that is data alone: it cycles a setting, and shows it. Pages of code hosts annotate no lines,
 * which the person is told when they press it.
 */
export const gitBlame: BundledExtension = {
  namespace: "git-extras",
  manifest: {
    name: "git-extras",
    publisher: "action-telemetry",
    title: "Git extras",
    description: "Who last changed a line, and when.",
    contributes: {
      actions: [
        {
          id: "git.blame.toggle",
          title: `\${${setting} === "line" && "Show blame for the whole file" || ${setting} === "file" && "Hide blame" || "Show blame for selected lines"}`,
          category: "Git",
          command: "updateConfiguration",
          commandArguments: [
            ["git.blame.decorations"],
            `\${${setting} === "line" && "file" || ${setting} === "file" && "none" || "line"}`,
          ],
          actionItem: {
            label: "Blame",
            description: `\${${setting} === "file" && "Hide who last changed each line" || "Show who last changed each line"}, where lines are annotated`,
            pressed: `${setting} === "line" || ${setting} === "file"`,
          },
        },
      ],
      menus: {
        "editor/title": [{ action: "git.blame.toggle", when: "resource" }],
        commandPalette: [{ action: "git.blame.toggle", when: "resource" }],
      },
      configuration: {
        title: "Git extras",
        properties: {
          "git.blame.decorations": {
            description: "Which lines are annotated: none, the selected ones or all.",
            type: "string",
            enum: ["none", "line", "file"],
            default: "none",
          },
        },
      },
    },
  },
  commands: {},
};
