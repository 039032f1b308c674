import type { ContextStore } from "@action-telemetry/actions";
import { CommandPalette, createPreferences, createRecents } from "@action-telemetry/react";
import { useLayoutEffect, useRef, useState, useSyncExternalStore, type ReactElement } from "react";
import type { PaletteControls } from "./PaletteControls.ts";
import { writeInto } from "./writeInto.ts";

/** Props of {@link PaletteLayer}. */
export interface PaletteLayerProps {
  readonly palette: PaletteControls;
  /** The scope its actions are evaluated and run in. */
  readonly scope: ContextStore | undefined;
}

/** The command palette, in the top layer of the page. */
export function PaletteLayer({ palette, scope }: PaletteLayerProps): ReactElement {
  const { setOpen, takeText } = palette;
  const isOpen = useSyncExternalStore(palette.isOpen.subscribe, palette.isOpen.getSnapshot);
  // What was run and arranged is kept in memory: whatever is stored from here, the page could read.
  const [recents] = useState(() => createRecents());
  const [preferences] = useState(() => createPreferences());
  const around = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    const text = takeText();
    const input = around.current?.querySelector("input");
    if (input) writeInto(input, text);
  }, [isOpen, takeText]);
  return (
    <div ref={around}>
      <CommandPalette
        shortcuts={noShortcuts}
        recents={recents}
        preferences={preferences}
        scope={scope}
        open={isOpen}
        onOpenChange={setOpen}
      />
    </div>
  );
}

// The key is listened for elsewhere: the page may press keys too.
const noShortcuts: readonly string[] = [];
