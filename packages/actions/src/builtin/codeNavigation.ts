import type { Contributions } from "../action/Contributions.ts";

const atDefinition = "You are at the definition";

/**
 * The actions that go from a token of code to others. While its definition is looked up, or when
 * that failed, `goToDefinition` looks it up itself; once it is known, `goToDefinition.preloaded` is
 * a real link to it.
 *
 * The application registers the command `goToDefinition`, which is called with the position as JSON,
 * and keeps these keys of the context:
 *
 * - `hoverPosition`: the position, as plain data; absent where there is no code.
 * - `hoveredOnDefinition`: whether that is the definition itself.
 * - `goToDefinition.showLoading`, `goToDefinition.url`, `goToDefinition.notFound`,
 *   `goToDefinition.error`: how far the look-up is.
 * - `findReferences.url`: where the references are listed.
 */
export const codeNavigation: Contributions = {
  actions: [
    {
      id: "goToDefinition",
      title: "Go to definition",
      disabledTitle: atDefinition,
      category: "Code",
      description: "Go to where this is defined",
      iconURL: "definition",
      command: "goToDefinition",
      commandArguments: ["${json(hoverPosition)}"],
      actionItem: { label: "Go to definition", iconURL: "definition" },
      keybindings: ["F12", "g d"],
    },
    {
      id: "goToDefinition.preloaded",
      title: "Go to definition",
      disabledTitle: atDefinition,
      iconURL: "definition",
      command: "open",
      commandArguments: ["${goToDefinition.url}"],
      actionItem: { label: "Go to definition", iconURL: "definition" },
    },
    {
      id: "findReferences",
      title: "Find references",
      category: "Code",
      description: "List every place where this is used",
      iconURL: "references",
      command: "open",
      commandArguments: ["${findReferences.url}"],
      actionItem: { label: "Find references", iconURL: "references" },
      keybindings: ["Shift+F12", "g r"],
    },
  ],
  menus: {
    hover: [
      {
        action: "goToDefinition",
        when: "goToDefinition.error || goToDefinition.showLoading",
        disabledWhen: "hoveredOnDefinition",
        group: "1-definition",
      },
      {
        action: "goToDefinition.preloaded",
        when: "goToDefinition.url",
        disabledWhen: "hoveredOnDefinition",
        group: "1-definition",
      },
      {
        action: "findReferences",
        when: "findReferences.url && (goToDefinition.showLoading || goToDefinition.url || goToDefinition.error)",
        group: "2-references",
      },
    ],
    commandPalette: [
      { action: "goToDefinition", when: "hoverPosition", disabledWhen: "hoveredOnDefinition" },
      { action: "findReferences", when: "findReferences.url" },
    ],
  },
};
