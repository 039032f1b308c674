import type { ContextStore } from "@action-telemetry/actions";
import { CommandPalette, type PaletteMode, type PalettePrompt } from "@action-telemetry/react";
import type { ReactElement } from "react";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import { witness } from "./witness.ts";

/** The palette with a page of its own, a prompt and another name for an action. */
export function Palette({ scope }: { readonly scope: ContextStore }): ReactElement {
  return (
    <CommandPalette
      trigger={<CommandPalette.Trigger />}
      scope={scope}
      modes={modes}
      prompts={prompts}
      aliases={aliases}
      keepQuery
    />
  );
}

const modes: readonly PaletteMode[] = [
  {
    prefix: "#",
    title: secretOf("title of a palette page"),
    items: [
      {
        id: secretOf("ID of a palette item"),
        title: secretOf("title of a palette item"),
        category: secretOf("category of a palette item"),
        description: secretOf("description of a palette item"),
        keywords: [secretOf("keyword of a palette item")],
        action: "canary.fromPage",
        arguments: [secretOf("argument of a palette item")],
      },
    ],
  },
];
const prompts: Readonly<Record<string, readonly PalettePrompt[]>> = {
  "canary.prompted": [
    {
      title: secretOf("title of a prompt"),
      items: [{ id: "chosen", title: "Chosen", value: secretOf("value of a palette item") }],
    },
    { kind: "text", title: "Type it" },
  ],
};
const aliases = { [secretOf("other name of an action")]: "canary.plain" };
witness(modes, prompts, aliases);
