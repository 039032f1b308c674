import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";

const icon = `<svg xmlns="http://www.w3.org/2000/svg"><title>${secretOf("icon of a contributed item")}</title></svg>`;
const part = (name: string) => encodeURIComponent(secretOf(name));

/** The manifest of an extension with a secret wherever a manifest can hold a text. */
export const canaryManifest = {
  name: secretOf("name of an extension", "-"),
  publisher: secretOf("publisher of an extension", "-"),
  description: secretOf("description of an extension"),
  telemetry: { note: secretOf("unknown field of a manifest") },
  contributes: {
    actions: [
      {
        id: "canary.configure",
        actionId: secretOf("field that looks like an ID", "."),
        logArguments: secretOf("logArguments of a manifest"),
        command: "updateConfiguration",
        commandArguments: [
          [secretOf("key of a setting", ".")],
          secretOf("value of a setting"),
          null,
        ],
        title: secretOf("title of a contributed action"),
        category: secretOf("category of a contributed action"),
        description: secretOf("description of a contributed action"),
        keywords: [secretOf("keyword of a contributed action")],
        keybindings: [secretOf("keybinding of a contributed action", "-")],
        actionItem: {
          label: secretOf("label of a contributed item"),
          description: secretOf("description of a contributed item"),
          iconURL: `data:image/svg+xml,${encodeURIComponent(icon)}`,
          iconDescription: secretOf("description of a contributed icon"),
          pressed: `resource != "${secretOf("state of a contributed toggle")}"`,
        },
      },
      {
        id: "canary.fail",
        command: secretOf("name of an unknown command", "."),
        commandArguments: [
          secretOf("argument of an unknown command"),
          { nested: [secretOf("argument in an object")] },
          "${resource.path}",
        ],
        title: "Fail",
        actionItem: {
          label: "Fail",
          iconURL: `http://icons.example/${secretOf("address of a remote icon", "-")}.png`,
        },
      },
      {
        id: "canary.define",
        command: "goToDefinition",
        commandArguments: [secretOf("argument of a builtin command")],
        title: `Define \${"${secretOf("title made from the context")}"}`,
      },
      {
        id: "canary.link",
        command: "open",
        commandArguments: [
          `/-/telemetry?q=${part("query of a contributed link")}#${part("fragment of a contributed link")}`,
        ],
        title: "Link",
      },
      {
        id: "canary.external",
        command: "open",
        commandArguments: [
          `https://${secretOf("host of an external link", "-")}.example/${part("path of an external link")}`,
        ],
        title: "External link",
      },
      {
        id: "canary.disabled",
        command: "goToDefinition",
        title: "Disabled",
        disabledTitle: secretOf("title while disabled"),
      },
    ],
    menus: {
      "editor/title": [
        {
          action: "canary.configure",
          when: `resource && resource != "${secretOf("condition of a menu item")}"`,
          group: secretOf("group of a menu item"),
        },
        { action: "canary.fail" },
        { action: "canary.define" },
        { action: "canary.link" },
        { action: "canary.external" },
        { action: "canary.disabled", disabledWhen: "resource" },
      ],
      commandPalette: [{ action: "canary.configure" }, { action: "canary.fail" }],
    },
  },
} as const;
