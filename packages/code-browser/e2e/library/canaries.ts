/** Texts that must never leave, each planted in one place. */
export const canaries = {
  title: "canary01title",
  description: "canary02description",
  label: "canary03label",
  argument: "canary04argument",
  url: "canary05url",
  error: "canary06error",
  setting: "canary07setting",
  fileName: "canary08filename",
  content: "canary09content",
  query: "canary10query",
  commit: "canary11commit",
  context: "canary12context",
} as const;

/** The manifest of an extension with a canary wherever a manifest can hold text, and the IDs of its actions. */
export const canaryManifest = {
  name: "canary",
  publisher: "tests",
  contributes: {
    actions: [
      {
        id: "canary.configure",
        command: "updateConfiguration",
        commandArguments: [["canary.setting"], canaries.setting, null],
        title: `Configure ${canaries.title}`,
        description: canaries.description,
        category: "Canary",
        actionItem: { label: `Configure ${canaries.label}`, description: canaries.description },
      },
      {
        id: "canary.fail",
        command: `unknown.${canaries.error}`,
        commandArguments: [canaries.argument, "${config.canary.setting}", "${resource.path}"],
        title: `Fail ${canaries.error}`,
        actionItem: { label: `Fail ${canaries.error}` },
      },
      {
        id: "canary.define",
        command: "goToDefinition",
        commandArguments: [canaries.argument],
        title: `Define \${'${canaries.context}'}`,
        actionItem: { label: `Define ${canaries.context}` },
      },
      {
        id: "canary.link",
        command: "open",
        commandArguments: [`/-/telemetry?q=${canaries.url}`],
        title: `Link ${canaries.url}`,
        actionItem: { label: `Link ${canaries.url}` },
      },
    ],
    menus: {
      "editor/title": [
        { action: "canary.configure", when: "resource" },
        { action: "canary.fail", when: "resource" },
        { action: "canary.define", when: "resource" },
        { action: "canary.link", when: "resource" },
      ],
      commandPalette: [{ action: "canary.configure" }, { action: "canary.fail" }],
    },
  },
} as const;
