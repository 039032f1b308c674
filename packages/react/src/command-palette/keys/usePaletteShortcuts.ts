import type { KeyboardPlatform } from "@action-telemetry/actions";
import { useEffect, type RefObject } from "react";
import { createShortcutListener } from "./createShortcutListener.ts";

/**
 * Listens in a document for the keybindings that open a palette.
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
    const { press, reset } = createShortcutListener(shortcuts, platform, toggle);
    document.addEventListener("keydown", press);
    return () => {
      reset();
      document.removeEventListener("keydown", press);
    };
  }, [marker, shortcuts, platform, toggle]);
}
