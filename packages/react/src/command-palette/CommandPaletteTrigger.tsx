"use client";

import { toAriaKeyShortcuts } from "@action-telemetry/actions";
import { clsx } from "clsx";
import type { ButtonHTMLAttributes, MouseEvent, ReactElement } from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { Glyph } from "../icon/Glyph.tsx";
import { KeybindingKeys } from "../keyboard/KeybindingKeys.tsx";
import { mergeProps } from "../merge-props/mergeProps.ts";
import { parseShortcuts } from "./keys/parseShortcuts.ts";
import { usePalette } from "./PaletteContext.ts";

/**
 * Opens the palette it is the trigger of.
 * Renders a `<button>`.
 * Records nothing: opening a palette runs no action.
 */
export function CommandPaletteTrigger(props: CommandPaletteTriggerProps): ReactElement {
  const { children, className, ...attributes } = props;
  const { open, setOpen, shortcuts } = usePalette();
  const { messages, platform } = useActions().actions;
  const keybindings = parseShortcuts(shortcuts);
  const [keybinding] = keybindings;
  const own = {
    onClick(event: MouseEvent) {
      if (!event.defaultPrevented) setOpen(true);
    },
  };
  return (
    <button
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-keyshortcuts={toAriaKeyShortcuts(keybindings, platform)}
      {...mergeProps(own, attributes)}
      type="button"
      className={clsx("at-item", "at-palette-trigger", className)}
      data-variant="default"
    >
      {children ?? (
        <>
          <span className="at-item-icon">
            <Glyph name="search" />
          </span>
          <span className="at-item-label">{messages.palette}</span>
        </>
      )}
      {keybinding !== undefined && <KeybindingKeys keybinding={keybinding} platform={platform} />}
    </button>
  );
}

/** The props of {@link CommandPaletteTrigger}: those of a `<button>`. */
export type CommandPaletteTriggerProps = ButtonHTMLAttributes<HTMLButtonElement>;
