import { createContext, useContext } from "react";

/** What the parts of a palette share. */
export interface PaletteContextValue {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** The ID of the dialog. */
  readonly id: string;
  /** The first keybinding that opens it. */
  readonly shortcuts: readonly string[];
}

/** The palette that a part belongs to. */
export const PaletteContext = createContext<PaletteContextValue | undefined>(undefined);

/**
 * The palette that a part belongs to.
 *
 * @param part - The name of the part, for the message.
 * @throws Error when the part is outside of a palette.
 */
export function usePalette(part: string): PaletteContextValue {
  const palette = useContext(PaletteContext);
  if (palette !== undefined) return palette;
  throw new Error(
    `@action-telemetry/react: CommandPalette.${part} was rendered outside of a CommandPalette. ` +
      "It would not know which palette it belongs to. " +
      `Pass it to one, as in <CommandPalette trigger={<CommandPalette.${part} />} />.`,
  );
}
