import type {
  ActionRegistry,
  ContextStore,
  Executor,
  KeyboardPlatform,
} from "@action-telemetry/actions";
import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import { createContext } from "react";
import type { Subscribe } from "../listeners/createListeners.ts";
import type { Messages } from "../messages/Messages.ts";
import type { NoticeStore } from "../notices/createNoticeStore.ts";
import type { Looks } from "./Looks.ts";

/** What components below an `ActionsProvider` share. */
export interface ActionsContextValue {
  /** Undefined where there is no provider: then actions come with their own `run` or link. */
  readonly registry: ActionRegistry | undefined;
  readonly scope: ContextStore | undefined;
  /** Tells of changes of the registry and of the scope: one subscription for all below. */
  readonly subscribe: Subscribe;
  /** The one executor that logs to a recorder. */
  readonly executorFor: (recorder: TelemetryRecorder) => Executor;
  readonly messages: Messages;
  /** Undefined where there is no provider. */
  readonly looks: Looks | undefined;
  readonly platform: KeyboardPlatform;
  /** What a gesture made by a script does. */
  readonly syntheticEvents: "run" | "ignore";
  /** Whether the application follows links within its own origin by itself. */
  readonly routesLinks: boolean;
  /** Undefined where there is no provider: nothing shows a failure but the item that failed. */
  readonly notices: NoticeStore | undefined;
}

/** The nearest `ActionsProvider`; undefined where there is none. */
export const ActionsContext = createContext<ActionsContextValue | undefined>(undefined);
