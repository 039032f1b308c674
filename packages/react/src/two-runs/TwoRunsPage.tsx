import type { ActionRegistry } from "@action-telemetry/actions";
import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import { useState, type ReactElement, type ReactNode } from "react";
import {
  ActionContextMenu,
  ActionItem,
  ActionMenu,
  ActionsProvider,
  CodeViewToolbar,
  CommandPalette,
  createPreferences,
  createRecents,
  TelemetryProvider,
  useMenu,
  useRecorder,
} from "../index.ts";
import { alternativeId, idOf } from "./createSecretRegistry.ts";
import type { Kind, Secrets } from "./twoRunsScenario.ts";

/** Every component that runs actions, with secrets in its props. */
export function TwoRunsPage(props: TwoRunsPageProps): ReactElement {
  const { kinds, recorder, registry, secrets, leak } = props;
  return (
    <TelemetryProvider recorder={recorder}>
      <ActionsProvider registry={registry} openURL={openNothing} messages={messages}>
        <Palette {...props} />
        <Menus {...props} />
        <CodeViewToolbar aria-label={secrets.label} />
        <Hover />
        {kinds.map((kind) => (
          <ActionItem
            key={kind}
            action={idOf(kind)}
            alt={alternativeId}
            surface={kind === "command" ? "no surface" : "page"}
            disabled={kind === "disabled" && `R${secrets.reason}`}
            onExecute={(details) => kind === "cancelled" && details.cancel()}
            {...secrets.attributes}
            data-from="item"
          >
            {secrets.children}
          </ActionItem>
        ))}
        <input aria-label="Text" defaultValue={secrets.typed} />
        {leak}
      </ActionsProvider>
    </TelemetryProvider>
  );
}

function Palette({ kinds, secrets }: TwoRunsPageProps): ReactElement {
  const items = kinds.map((kind) => ({
    id: `${kind} ${secrets.label}`,
    title: `T${secrets.title}`,
    description: secrets.description,
    action: idOf(kind),
    // At least one: whether there are any is for everybody to know, for it keeps others from being logged.
    arguments: [secrets.label, ...secrets.args],
  }));
  const [recents] = useState(createRecents);
  const [preferences] = useState(createPreferences);
  return (
    <CommandPalette
      trigger={<CommandPalette.Trigger />}
      recents={recents}
      preferences={preferences}
      modes={[{ prefix: "#", title: `T${secrets.title}`, items }]}
      prompts={{ [idOf("prompted")]: [{ kind: "text", title: `T${secrets.title}` }] }}
    />
  );
}

function Menus({ kinds, secrets }: TwoRunsPageProps): ReactElement {
  const entries = kinds.map((kind) => ({ action: idOf(kind), group: secrets.label }));
  return (
    <>
      <ActionMenu label={`L${secrets.label}`} items={entries} data-from="menu" />
      <ActionContextMenu label={`L${secrets.label}`} items={entries} data-from="context menu">
        {secrets.children}
      </ActionContextMenu>
    </>
  );
}

const openNothing = () => undefined;
const messages = { toolbar: "Toolbar" };

function Hover(): ReactElement {
  return (
    <div data-from="hover">
      {useMenu("hover").map(({ key, action, alt }) => (
        <ActionItem key={key} action={action} alt={alt} surface="hover" />
      ))}
    </div>
  );
}

/** A component that does what none may do: its record says something of a title. */
export function Leak({ title }: { readonly title: string }): ReactElement {
  const recorder = useRecorder();
  const leak = () => recorder.recordEvent("leak", { surface: `title-${title.length}` });
  return (
    <button type="button" data-leak="" onClick={leak}>
      Leak
    </button>
  );
}

/** The props of {@link TwoRunsPage}. */
export interface TwoRunsPageProps {
  readonly kinds: readonly Kind[];
  readonly recorder: TelemetryRecorder;
  readonly registry: ActionRegistry;
  readonly secrets: Secrets;
  readonly leak?: ReactNode;
}
