import type { Contributions } from "../action/Contributions.ts";

/**
 * The actions on a view of code and on the page around it.
 *
 * The application registers the commands `toggleLineWrap` and `toggleColorTheme`, and keeps these
 * keys of the context:
 *
 * - `resource`: true in the scope of a code view; `component`: true where it shows code as text.
 * - `resource.commit`: the commit that is shown; absent outside of version control.
 * - `config.codeView.lineWrap`: whether long lines are wrapped.
 * - `permalink.url`: the permalink of what is shown; absent when that is the address already.
 */
export const codeViewActions: Contributions = {
  actions: [
    {
      id: "toggleLineWrap",
      title: "${config.codeView.lineWrap && 'Do not wrap long lines' || 'Wrap long lines'}",
      category: "View",
      description: "Wrap long lines",
      iconURL: "wrap",
      command: "toggleLineWrap",
      actionItem: {
        label: "Wrap",
        description: "Wrap long lines",
        iconURL: "wrap",
        pressed: "config.codeView.lineWrap",
      },
      keybindings: ["Alt+Z"],
    },
    {
      id: "goToPermalink",
      title: "Go to permalink",
      disabledTitle: "This address is a permalink already",
      category: "Git",
      description: "An address that keeps showing this version",
      iconURL: "link",
      command: "open",
      commandArguments: ["${permalink.url}"],
      actionItem: {
        label: "Permalink",
        description: "An address that keeps showing this version",
        iconURL: "link",
      },
      keybindings: ["y"],
    },
    {
      id: "toggleColorTheme",
      title: "Switch between light and dark",
      category: "View",
      iconURL: "theme",
      command: "toggleColorTheme",
      actionItem: {
        description: "Switch between light and dark",
        iconURL: "theme",
        iconDescription: "Color theme",
      },
      keybindings: ["Mod+Alt+T"],
      keywords: ["color", "dark", "light", "night", "theme"],
    },
  ],
  menus: {
    "editor/title": [
      { action: "toggleLineWrap", when: "resource && component", group: "1-view" },
      {
        action: "goToPermalink",
        when: "resource && resource.commit",
        disabledWhen: "!permalink.url",
        group: "3-git",
      },
    ],
    "global/nav": [{ action: "toggleColorTheme" }],
    commandPalette: [
      { action: "toggleLineWrap", when: "component" },
      {
        action: "goToPermalink",
        when: "resource && resource.commit",
        disabledWhen: "!permalink.url",
      },
      { action: "toggleColorTheme" },
    ],
  },
};
