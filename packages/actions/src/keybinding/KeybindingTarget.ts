import type { Keybinding } from "./Keybinding.ts";

/** A keybinding and the action it runs. */
export interface KeybindingTarget {
  readonly actionId: string;
  readonly keybinding: Keybinding;
}
