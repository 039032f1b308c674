import type { SampleExtension } from "./registerExtensions.ts";

/**
 * Extensions that come along, as manifests: data of the form in which any other extension arrives. The first has the
 * form of git-extras, whose one action goes through three states.
 */
export const sampleExtensions: readonly SampleExtension[] = [
  {
    name: "git-extras",
    publisher: "samples",
    title: "Git blame",
    description: "Shows who last changed a line.",
    activationEvents: ["*"],
    contributes: {
      actions: [
        {
          id: "git.blame.toggle",
          command: "updateConfiguration",
          commandArguments: [
            ["git.blame.decorations"],
            "${(config.git.blame.decorations === 'line' && 'file') || (config.git.blame.decorations === 'file' && 'none') || 'line'}",
            null,
          ],
          category: "Git",
          title:
            "${(config.git.blame.decorations === 'line' && 'Show blame of the whole file') || (config.git.blame.decorations === 'file' && 'Hide blame') || 'Show blame of the selected lines'}",
          iconURL: "blame",
          actionItem: {
            label: "Blame",
            description:
              "${(config.git.blame.decorations === 'line' && 'Show who last changed each line') || (config.git.blame.decorations === 'file' && 'Hide who last changed each line') || 'Show who last changed the selected lines'}",
            pressed:
              "(config.git.blame.decorations === 'line') || (config.git.blame.decorations === 'file')",
            iconURL: "blame",
          },
        },
      ],
      menus: {
        "editor/title": [
          {
            action: "git.blame.toggle",
            when: "resource && clientApplication.isSourcegraph",
            disabledWhen: "!repository.hasHistory",
            group: "2-git",
          },
        ],
        commandPalette: [{ action: "git.blame.toggle", when: "resource && repository.hasHistory" }],
      },
    },
  },
  {
    name: "open-in-editor",
    publisher: "samples",
    title: "Open in an editor",
    description: "Opens an editor on the web.",
    activationEvents: ["*"],
    contributes: {
      actions: [
        {
          id: "editor.open",
          command: "open",
          commandArguments: ["https://vscode.dev/"],
          category: "Editor",
          title: "Open VS Code on the web",
          iconURL: "edit",
          actionItem: {
            label: "VS Code",
            description: "Open VS Code on the web",
            iconURL: "edit",
          },
        },
        {
          id: "editor.help",
          command: "open",
          commandArguments: ["https://code.visualstudio.com/docs"],
          category: "Editor",
          title: "Documentation of VS Code",
          iconURL: "question",
        },
      ],
      menus: {
        "editor/title": [{ action: "editor.open", alt: "editor.help", when: "resource" }],
        commandPalette: [{ action: "editor.open", alt: "editor.help", when: "resource" }],
        help: [{ action: "editor.help" }],
      },
    },
  },
];
