import { createContext, useContext, useSyncExternalStore } from "react";
import type { PaletteState } from "./session/PaletteState.ts";
import type { OpenPalette } from "./OpenPalette.ts";

/** What a palette and its trigger share. */
export interface PaletteContextValue {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** The ID of the dialog. */
  readonly id: string;
  /** The keybindings that open it. */
  readonly shortcuts: readonly string[];
}

/** The palette that a trigger belongs to. */
export const PaletteContext = createContext<PaletteContextValue | undefined>(undefined);

/** The open palette that a part belongs to. */
export const OpenPaletteContext = createContext<OpenPalette | undefined>(undefined);

/**
 * The palette that a trigger belongs to.
 *
 * @throws Error when it is outside of one.
 */
export function usePalette(): PaletteContextValue {
  const palette = useContext(PaletteContext);
  if (palette !== undefined) return palette;
  throw outside("Trigger", "<CommandPalette trigger={<CommandPalette.Trigger />} />");
}

/**
 * The open palette that a part belongs to, and what it shows.
 *
 * @param part - The name of the part, for the message.
 * @throws Error when the part is outside of one.
 */
export function useOpenPalette(part: string): OpenPalette & { readonly state: PaletteState } {
  const palette = useContext(OpenPaletteContext);
  if (palette === undefined) {
    throw outside(part, `<CommandPalette><CommandPalette.${part} /></CommandPalette>`);
  }
  const { subscribe, getSnapshot } = palette.session;
  return { ...palette, state: useSyncExternalStore(subscribe, getSnapshot, getSnapshot) };
}

function outside(part: string, example: string): Error {
  return new Error(
    `@action-telemetry/react: CommandPalette.${part} was rendered outside of a CommandPalette. ` +
      "It would not know which palette it belongs to. " +
      `Pass it to one, as in ${example}.`,
  );
}
