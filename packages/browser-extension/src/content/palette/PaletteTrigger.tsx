import { ActionIcon } from "@action-telemetry/react";
import { useSyncExternalStore, type ReactElement } from "react";
import type { PaletteController } from "./createPaletteController.ts";
import { paletteKey } from "./watchPaletteKey.ts";

/** Props of {@link PaletteTrigger}. */
export interface PaletteTriggerProps {
  readonly palette: PaletteController;
}

/** The button of the palette, which is there before the palette is. */
export function PaletteTrigger({ palette }: PaletteTriggerProps): ReactElement {
  const { isOpen, prepare, toggle } = palette;
  return (
    <button
      type="button"
      className="at-item at-palette-trigger at-palette-icon"
      data-variant="default"
      aria-haspopup="dialog"
      aria-expanded={useSyncExternalStore(isOpen.subscribe, isOpen.getSnapshot)}
      aria-label={`Command palette (${paletteKey.shown})`}
      aria-keyshortcuts={paletteKey.aria}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={toggle}
    >
      <ActionIcon icon={icon} />
    </button>
  );
}

const icon = { kind: "bundled", name: "palette" } as const;
