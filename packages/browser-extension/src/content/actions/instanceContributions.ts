import type { Contributions } from "@action-telemetry/actions";

/** The keys of the context that the actions of the instance read; each holds a whole address or nothing. */
export const instanceKeys = {
  file: "instance.fileURL",
  diff: "instance.diffURL",
  repository: "instance.repositoryURL",
  signIn: "instance.signInURL",
  search: "instance.searchURL",
} as const;

/** The IDs of the actions of the instance, in the order in which a toolbar shows them. */
export const instanceActions = {
  signIn: "signIn",
  viewFile: "viewFile",
  viewDiff: "viewDiff",
  viewRepository: "viewRepository",
  search: "searchOnInstance",
} as const;

/**
 * The actions that lead from a code host to the instance: data, as an extension would contribute it.
 * No text of them names the instance, for the page could find it.
 */
export const instanceContributions: Contributions = {
  actions: [
    {
      id: instanceActions.signIn,
      title: "Sign in to the connected instance",
      category: "Instance",
      iconURL: "globe",
      command: "open",
      commandArguments: [`\${${instanceKeys.signIn}}`],
      actionItem: {
        label: "Sign in",
        description: "Sign in to the connected instance to see this code there",
        iconURL: "globe",
      },
    },
    {
      id: instanceActions.viewFile,
      title: "View file",
      category: "Instance",
      iconURL: "code",
      command: "open",
      commandArguments: [`\${${instanceKeys.file}}`],
      actionItem: {
        label: "View file",
        description: "View this file on the connected instance",
        iconURL: "code",
      },
    },
    {
      id: instanceActions.viewDiff,
      title: "View diff",
      category: "Instance",
      iconURL: "code",
      command: "open",
      commandArguments: [`\${${instanceKeys.diff}}`],
      actionItem: {
        label: "View diff",
        description: "View these changes on the connected instance",
        iconURL: "code",
      },
    },
    {
      id: instanceActions.viewRepository,
      title: "View repository",
      category: "Instance",
      iconURL: "code",
      command: "open",
      commandArguments: [`\${${instanceKeys.repository}}`],
      actionItem: {
        label: "View repository",
        description: "View this repository on the connected instance",
        iconURL: "code",
      },
    },
    {
      id: instanceActions.search,
      title: "Search on the connected instance",
      iconURL: "search",
      command: "open",
      commandArguments: [`\${${instanceKeys.search}}`],
    },
    {
      id: "showHover",
      title: "Show what is known of the selected word",
      category: "Code",
      iconURL: "info",
      command: "showHover",
      keybindings: ["Alt+Shift+H"],
    },
    {
      id: "openOptions",
      title: "Options of this extension",
      category: "Instance",
      iconURL: "settings",
      command: "openOptions",
    },
  ],
  menus: {
    commandPalette: [
      { action: instanceActions.viewFile, when: instanceKeys.file },
      { action: instanceActions.viewDiff, when: instanceKeys.diff },
      { action: instanceActions.viewRepository, when: instanceKeys.repository },
      { action: instanceActions.signIn, when: instanceKeys.signIn },
      { action: "showHover", when: "hasCode" },
      { action: "openOptions" },
    ],
  },
};
