import { createKeybindingMatcher } from "@action-telemetry/actions";
import type { RefObject } from "react";
import { useBrowserLayoutEffect } from "../effects/useBrowserLayoutEffect.ts";
import { readKeyPress } from "../keyboard/readKeyPress.ts";
import { useActions } from "./useActions.ts";

/** Which keyboard shortcuts run. */
export type ShortcutMode = "all" | "with-modifier";

/**
 * Runs actions by their keybindings, wherever in the document the focus is.
 * Renders nothing.
 * Records each execution with the surface `shortcut` and the trigger `keyboard`.
 */
export function Shortcuts({ mode, marker }: ShortcutsProps): null {
  const { actions, executor } = useActions();
  const { registry, scope, platform, notices, syntheticEvents } = actions;
  // Before anything is painted: what can be seen can be answered, and its first key must not be lost.
  useBrowserLayoutEffect(() => {
    const document = marker.current?.ownerDocument;
    if (document === undefined || registry === undefined) return;
    const run = (actionIds: readonly string[], trusted: boolean) => {
      const found = actionIds
        .map((id) => registry.getShortcutAction(id, scope))
        .find((action) => action !== undefined && !action.disabled && action.kind !== "noop");
      if (found === undefined) return;
      const options = { surface: "shortcut", trigger: "keyboard", trusted, scope } as const;
      void executor.execute(found, options).then((outcome) => {
        if (outcome.status !== "failed") return;
        notices?.add({ title: found.title, message: outcome.error.message });
      });
    };
    let isPendingTrusted = true;
    const matcher = createKeybindingMatcher({
      platform,
      getKeybindings: registry.getKeybindings,
      onDeferredMatch: (actionIds) => run(actionIds, isPendingTrusted),
      areCharacterKeysOn: () => mode === "all",
    });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (!event.isTrusted && syntheticEvents === "ignore")) return;
      const match = matcher.press(readKeyPress(event));
      if (match.kind !== "none") event.preventDefault();
      if (match.kind === "pending") isPendingTrusted = event.isTrusted;
      if (match.kind === "matched") run(match.actionIds, event.isTrusted);
    };
    const onBlur = () => matcher.reset();
    document.addEventListener("keydown", onKeyDown);
    document.defaultView?.addEventListener("blur", onBlur);
    return () => {
      matcher.reset();
      document.removeEventListener("keydown", onKeyDown);
      document.defaultView?.removeEventListener("blur", onBlur);
    };
  }, [mode, marker, registry, scope, platform, notices, syntheticEvents, executor]);
  return null;
}

/** The props of {@link Shortcuts}. */
export interface ShortcutsProps {
  readonly mode: ShortcutMode;
  /** An element of the document to listen in. */
  readonly marker: RefObject<Element | null>;
}
