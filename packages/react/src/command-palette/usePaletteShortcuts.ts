import { createKeybindingMatcher, type KeyboardPlatform } from "@action-telemetry/actions";
import { useEffect, type RefObject } from "react";
import { readKeyPress } from "../keyboard/readKeyPress.ts";
import { parseShortcuts } from "./parseShortcuts.ts";

/**
 * Listens in a document for the keybindings that open a palette, and close it again.
 *
 * @param marker - An element of the document.
 * @param shortcuts - The keybindings, as one text separated by commas: a value that stays equal.
 * @param toggle - Called for each press; must not change.
 */
export function usePaletteShortcuts(
  marker: RefObject<Element | null>,
  shortcuts: string,
  platform: KeyboardPlatform,
  toggle: () => void,
): void {
  useEffect(() => {
    const document = marker.current?.ownerDocument;
    if (document === undefined || shortcuts === "") return;
    const keybindings = parseShortcuts(shortcuts.split(",")).map((keybinding) => ({
      actionId: "palette",
      keybinding,
    }));
    const matcher = createKeybindingMatcher({
      platform,
      getKeybindings: () => keybindings,
      onDeferredMatch: toggle,
    });
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const match = matcher.press(readKeyPress(event));
      if (match.kind !== "none") event.preventDefault();
      if (match.kind === "matched") toggle();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      matcher.reset();
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [marker, shortcuts, platform, toggle]);
}
