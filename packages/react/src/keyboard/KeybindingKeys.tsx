import type { Keybinding, KeyboardPlatform } from "@action-telemetry/actions";
import type { ReactElement } from "react";
import { keybindingToKeys } from "./keybindingToKeys.ts";

/**
 * A keybinding as keys to look at. Assistive technology is told by `aria-keyshortcuts`.
 * Renders a `<span>` with a `<kbd>` a key.
 * Records nothing.
 */
export function KeybindingKeys({ keybinding, platform }: KeybindingKeysProps): ReactElement {
  return (
    <span className="at-keys" aria-hidden="true">
      {keybindingToKeys(keybinding, platform).map((key, index) => (
        <kbd key={index} className="at-key">
          {key}
        </kbd>
      ))}
    </span>
  );
}

/** The props of {@link KeybindingKeys}. */
export interface KeybindingKeysProps {
  readonly keybinding: Keybinding;
  readonly platform: KeyboardPlatform;
}
