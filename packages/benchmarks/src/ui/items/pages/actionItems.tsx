import {
  createActionRegistry,
  defineAction,
  type ApplicationAction,
} from "@action-telemetry/actions";
import { ActionItem, ActionsProvider, TelemetryProvider } from "@action-telemetry/react";
import type { ReactElement, ReactNode } from "react";
import { buttonTitles, run } from "./buttonTitles.ts";
import type { Variant } from "./Variant.ts";

const recorder = { recordAction: () => undefined, recordEvent: () => undefined };

function declare(count: number, more: Partial<ApplicationAction> = {}): ApplicationAction[] {
  return buttonTitles(count).map((title, index) =>
    defineAction({ id: `action.${index}`, title, run, ...more }),
  );
}

function register(actions: readonly ApplicationAction[]) {
  const registry = createActionRegistry();
  registry.registerContributions({ actions });
  for (const { id } of actions) registry.getAction(id);
  return registry;
}

function Providers(props: {
  readonly registry: ReturnType<typeof createActionRegistry>;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <TelemetryProvider recorder={recorder}>
      <ActionsProvider registry={props.registry}>{props.children}</ActionsProvider>
    </TelemetryProvider>
  );
}

const declared = declare(5000);
const described = declare(5000, { description: "What it does", keybindings: ["Mod+K"] });
const plainRegistry = register(declared);
const describedRegistry = register(described);
const emptyRegistry = createActionRegistry();

/** Items of registered actions, which have nothing to say in a tooltip. */
export const registered: Variant = {
  title: "`ActionItem`, by ID",
  render: (count) => (
    <Providers registry={plainRegistry}>
      {declared.slice(0, count).map(({ id }) => (
        <ActionItem key={id} action={id} />
      ))}
    </Providers>
  ),
};

/** Items of actions that are declared where they are rendered. */
export const inline: Variant = {
  title: "`ActionItem`, declared in place",
  render: (count) => (
    <Providers registry={emptyRegistry}>
      {declared.slice(0, count).map((action) => (
        <ActionItem key={action.id} action={action} />
      ))}
    </Providers>
  ),
};

/** Items with a description and a keybinding, which a tooltip shows. */
export const withTooltip: Variant = {
  title: "`ActionItem` with a tooltip",
  render: (count) => (
    <Providers registry={describedRegistry}>
      {described.slice(0, count).map(({ id }) => (
        <ActionItem key={id} action={id} />
      ))}
    </Providers>
  ),
};
