import type { ActionRegistry, Configuration, ContextStore } from "@action-telemetry/actions";
import type { TelemetryClient } from "@action-telemetry/telemetry";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { ErrorReports } from "../errors/ErrorReports.ts";
import type { NavigationStore } from "../navigation/navigationStore.ts";
import type { Signal } from "./Signal.ts";
import type { EditorHandle } from "../code-view/EditorHandle.ts";

/** What the parts of the application share; made once, before the first render. */
export interface CodeBrowser {
  readonly registry: ActionRegistry;
  /** The context of the code view, layered over the registry's own. */
  readonly codeScope: ContextStore;
  readonly settings: Configuration;
  readonly navigation: NavigationStore;
  readonly telemetry: TelemetryClient;
  readonly errorReports: ErrorReports;
  /** The code editor on the page, for commands that need it. */
  readonly editor: EditorHandle;
  /** What commands ask of components. */
  readonly requests: {
    readonly filterFiles: Signal;
    readonly showHover: Signal;
    readonly showShortcuts: Signal;
  };
  /** The nonce of the page's content security policy. */
  readonly nonce: string;
}

/** Gives {@link CodeBrowser} to the components below. */
export const CodeBrowserContext = createContext<CodeBrowser | undefined>(undefined);

/** The application's shared parts. */
export function useCodeBrowser(): CodeBrowser {
  const value = useContext(CodeBrowserContext);
  if (value === undefined) {
    throw new Error(
      "@action-telemetry/code-browser: useCodeBrowser was called outside of CodeBrowserContext, so there is no " +
        "registry to read. Render the component below App.",
    );
  }
  return value;
}

/** The current address, followed as it changes. */
export function useAddress(): URL {
  const { navigation } = useCodeBrowser();
  return new URL(useSyncExternalStore(navigation.subscribe, navigation.getSnapshot));
}
