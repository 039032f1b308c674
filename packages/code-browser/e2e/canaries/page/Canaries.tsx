import type { ContextStore } from "@action-telemetry/actions";
import { ActionItem, ActionsScope, CodeViewToolbar } from "@action-telemetry/react";
import type { ReactElement } from "react";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import { argumentActions } from "./argumentActions.ts";
import { failingActions } from "./failingActions.ts";
import { Hover } from "./Hover.tsx";
import { Menus } from "./Menus.tsx";
import { Palette } from "./Palette.tsx";
import { witness } from "./witness.ts";

/** Every component that renders actions, with secrets in its props. */
export function Canaries({ scope }: { readonly scope: ContextStore }): ReactElement {
  return (
    <main>
      <Palette scope={scope} />
      <CodeViewToolbar scope={scope} aria-label={secretOf("label of the toolbar")} />
      <ActionsScope scope={scope}>
        <Hover />
      </ActionsScope>
      <Menus />
      <Items />
      <Props />
      <textarea aria-label="Text" />
      <p id="selected">{secretOf("selected text")}</p>
    </main>
  );
}

function Items(): ReactElement {
  const shown = [...failingActions, ...argumentActions.slice(2, -2)];
  return (
    <>
      {shown.map((action) => (
        <ActionItem
          key={action.id}
          action={action.id}
          onExecuted={(_details, outcome) => witness(outcome)}
        />
      ))}
      <ActionItem action="canary.link" />
    </>
  );
}

function Props(): ReactElement {
  return (
    <>
      <ActionItem
        action="canary.plain"
        surface={secretOf("surface")}
        id={secretOf("element ID", "-")}
        className={secretOf("class name", "-")}
        title={secretOf("title attribute")}
        aria-label={secretOf("label for assistive technology")}
        data-note={secretOf("data attribute")}
        onExecute={(details) => {
          const error = new Error(secretOf("error of onExecute"));
          witness(details.surface, error);
          throw error;
        }}
      >
        {secretOf("children")}
      </ActionItem>
      <ActionItem
        action={secretOf("ID of an action that is cancelled", ".")}
        onExecute={(details) => details.cancel()}
      />
      <ActionItem
        action={secretOf("ID of an action that is disabled", ".")}
        disabled={secretOf("reason why an action is disabled")}
      />
      <ActionItem action={secretOf("ID of an action that is looked at", ".")} />
    </>
  );
}
