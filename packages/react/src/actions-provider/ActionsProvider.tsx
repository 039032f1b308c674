"use client";

import type { ActionRegistry, ContextStore, ExecutorOptions } from "@action-telemetry/actions";
import {
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from "react";
import { createListeners } from "../listeners/createListeners.ts";
import type { Messages } from "../messages/Messages.ts";
import { defaultMessages } from "../messages/defaultMessages.ts";
import { createNoticeStore } from "../notices/createNoticeStore.ts";
import { Notices } from "../notices/Notices.tsx";
import { ActionsContext, type ActionsContextValue } from "./ActionsContext.ts";
import { useUncoveredFocus } from "../uncover-focus/useUncoveredFocus.ts";
import { createExecutors } from "./createExecutors.ts";
import { defaultLooks } from "./defaultLooks.ts";
import { detectPlatform } from "./detectPlatform.ts";
import { openInBrowser } from "./openInBrowser.ts";
import { Shortcuts, type ShortcutMode } from "./Shortcuts.tsx";

/**
 * Gives the components below it the actions of a registry, makes the executor that runs and logs
 * them, listens for their keyboard shortcuts, shows what failed where the item that was run cannot,
 * and scrolls what is reached by keyboard out from under headers that stick to the viewport.
 * Renders its children and a `<div>` for failures, which is out of the layout.
 * Records the executions of shortcuts, with the surface `shortcut`.
 *
 * @example
 * ```tsx
 * const registry = createActionRegistry();
 * registry.registerContributions({ actions: [toggleLineWrap] });
 *
 * <ActionsProvider registry={registry}>
 *   <ActionItem action="toggleLineWrap" />
 * </ActionsProvider>
 * ```
 */
export function ActionsProvider(props: ActionsProviderProps): ReactElement {
  const {
    registry,
    scope,
    openURL,
    onFailure,
    messages,
    syntheticEvents = "run",
    shortcuts = "all",
  } = props;
  const [notices] = useState(createNoticeStore);
  // A server cannot know the keyboard, and the first render in the browser has to say the same.
  const detected = useSyncExternalStore(neverChanges, detectPlatform, () => "other" as const);
  const platform = props.platform ?? detected;
  const marker = useRef<HTMLDivElement>(null);
  useUncoveredFocus(marker);
  const executorFor = useMemo(
    () => createExecutors(registry, openURL ?? openInBrowser, onFailure),
    [registry, openURL, onFailure],
  );
  const value = useMemo<ActionsContextValue>(
    () => ({
      registry,
      scope,
      subscribe: createListeners((listener) => registry.subscribe(listener, scope)).add,
      executorFor,
      messages: messages === undefined ? defaultMessages : { ...defaultMessages, ...messages },
      looks: defaultLooks,
      platform,
      syntheticEvents,
      routesLinks: openURL !== undefined,
      notices,
    }),
    [registry, scope, executorFor, messages, platform, syntheticEvents, openURL, notices],
  );
  return (
    <ActionsContext.Provider value={value}>
      {props.children}
      <Notices ref={marker} />
      {shortcuts !== "off" && <Shortcuts mode={shortcuts} marker={marker} />}
    </ActionsContext.Provider>
  );
}

const neverChanges = () => () => undefined;

/** The props of {@link ActionsProvider}. */
export interface ActionsProviderProps {
  readonly registry: ActionRegistry;
  /** The scope in which everything below is evaluated. @default the registry's own context */
  readonly scope?: ContextStore | undefined;
  /**
   * Opens the URLs that no link on the page opens: from the palette, by shortcut, as an alternative.
   * When given it also takes plain clicks on links within the application's origin, for a router.
   * Pass the same function on every render. @default the browser opens them
   */
  readonly openURL?: ExecutorOptions["openURL"] | undefined;
  /**
   * Told of every action that fails, for an application that reports errors; the person is told in any case. Pass the
   * same function on every render.
   */
  readonly onFailure?: ExecutorOptions["onFailure"] | undefined;
  /** Texts in place of the English ones. Pass the same object on every render. */
  readonly messages?: Partial<Messages> | undefined;
  /**
   * Which keyboard shortcuts run: all, those with a modifier only (for people whose input sets off
   * single keys), or none. @default "all"
   */
  readonly shortcuts?: ShortcutMode | "off" | undefined;
  /** What a gesture made by a script does; `ignore` is for pages of others. @default "run" */
  readonly syntheticEvents?: "run" | "ignore" | undefined;
  /** The keyboard. @default what the browser says */
  readonly platform?: "mac" | "other" | undefined;
  readonly children?: ReactNode;
}
