import type { Contributions } from "@action-telemetry/actions";

/**
 * The keys of the context that the actions of the instance read. Each holds a whole address or nothing,
 * but for `missing` and `private`, which say of the page's repository why there is none.
 */
export const instanceKeys = {
  file: "instance.fileURL",
  diff: "instance.diffURL",
  repository: "instance.repositoryURL",
  missing: "instance.repositoryMissing",
  private: "instance.repositoryPrivate",
  signIn: "instance.signInURL",
  search: "instance.searchURL",
} as const;

/** The IDs of the actions of the instance, in the order in which a toolbar shows them. */
export const instanceActions = {
  signIn: "signIn",
  viewFile: "viewFile",
  viewDiff: "viewDiff",
  viewRepository: "viewRepository",
  missing: "repositoryMissing",
  connect: "connectInstance",
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
      // It runs nothing: it says why there is nothing to go to.
      id: instanceActions.missing,
      title: "Not on the connected instance",
      category: "Instance",
      iconURL: "info",
      actionItem: {
        label: "Not on the connected instance",
        description:
          "The connected instance does not have this repository, or you may not see it there",
        iconURL: "info",
      },
    },
    {
      id: instanceActions.connect,
      title: "Connect an instance of your own",
      category: "Instance",
      iconURL: "settings",
      command: "openOptions",
      actionItem: {
        label: "Connect an instance",
        description:
          "This repository is private, and the connected instance is everybody's: connect your own to see it there",
        iconURL: "settings",
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
      { action: instanceActions.connect, when: instanceKeys.private },
      { action: "showHover", when: "hasCode" },
      { action: "openOptions" },
    ],
  },
};
