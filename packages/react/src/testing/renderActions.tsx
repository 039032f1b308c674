import {
  createActionRegistry,
  type ActionRegistry,
  type ApplicationAction,
  type Contributions,
} from "@action-telemetry/actions";
import { createTestRecorder, type TestRecorder } from "@action-telemetry/telemetry/testing";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { onTestFinished } from "vitest";
import {
  ActionsProvider,
  type ActionsProviderProps,
} from "../actions-provider/ActionsProvider.tsx";
import { TelemetryProvider } from "../telemetry-provider/TelemetryProvider.tsx";
import type { Mounted } from "./mount.tsx";
import "../styles.css";

/** Components rendered for one test, with what they record. */
export interface RenderedActions extends Mounted {
  readonly registry: ActionRegistry;
  readonly recorded: TestRecorder;
}

/** Options of {@link renderActions}: those of the provider, and what is registered. */
export interface RenderActionsOptions extends Omit<ActionsProviderProps, "registry" | "children"> {
  readonly actions?: readonly ApplicationAction[];
  readonly menus?: Contributions["menus"];
  readonly parent?: Node;
}

/** Renders components with both providers; they are gone when the test has ended. */
export function renderActions(
  children: ReactNode,
  { actions = [], menus = {}, parent = document.body, ...options }: RenderActionsOptions = {},
): RenderedActions {
  const registry = createActionRegistry({ baseURL: location.href });
  registry.registerContributions({ actions, menus });
  const recorded = createTestRecorder();
  const wrap = (node: ReactNode) => (
    <TelemetryProvider recorder={recorded.recorder}>
      <ActionsProvider registry={registry} {...options}>
        {node}
      </ActionsProvider>
    </TelemetryProvider>
  );
  const container = document.createElement("div");
  parent.appendChild(container);
  const view = render(wrap(children), { container });
  const unmount = () => {
    view.unmount();
    container.remove();
  };
  onTestFinished(unmount);
  return {
    container,
    render: (node) => view.rerender(wrap(node)),
    unmount,
    registry,
    recorded,
  };
}
