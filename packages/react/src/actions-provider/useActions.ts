import type { Executor } from "@action-telemetry/actions";
import { useContext } from "react";
import { defaultItemMessages } from "../messages/defaultItemMessages.ts";
import type { Messages } from "../messages/Messages.ts";
import { useRecorder } from "../telemetry-provider/useRecorder.ts";
import { ActionsContext, type ActionsContextValue } from "./ActionsContext.ts";
import { createExecutors } from "./createExecutors.ts";
import { openInBrowser } from "./openInBrowser.ts";

/** What a component needs to show and run actions. */
export interface Actions {
  readonly actions: ActionsContextValue;
  /** Logs to the recorder of the nearest `TelemetryProvider`. */
  readonly executor: Executor;
}

let fallback: ActionsContextValue | undefined;

/** Actions that carry their own `run` or link work without a provider; this serves them. */
export function withoutProvider(): ActionsContextValue {
  fallback ??= {
    registry: undefined,
    scope: undefined,
    subscribe: () => () => undefined,
    executorFor: createExecutors(undefined, openInBrowser),
    // What reads the others needs a registry, and has complained that there is none.
    messages: defaultItemMessages as Messages,
    looks: undefined,
    platform: "other",
    syntheticEvents: "run",
    routesLinks: false,
    notices: undefined,
  };
  return fallback;
}

/** The nearest `ActionsProvider`, with the executor for the nearest `TelemetryProvider`. */
export function useActions(): Actions {
  const recorder = useRecorder();
  const actions = useContext(ActionsContext) ?? withoutProvider();
  return { actions, executor: actions.executorFor(recorder) };
}
