import type { ContextStore } from "@action-telemetry/actions";
import {
  ActionIcon,
  CommandPalette,
  createPreferences,
  createRecents,
} from "@action-telemetry/react";
import { useState, useSyncExternalStore, type ReactElement } from "react";
import { createPortal } from "react-dom";
import type { Store } from "../background/createStore.ts";
import type { Place } from "../page/Place.ts";
import { paletteKey } from "./watchPaletteKey.ts";

/** Props of {@link PaletteLayer}. */
export interface PaletteLayerProps {
  /** Where buttons for it are. */
  readonly triggers: readonly Place[];
  readonly open: Store<boolean>;
  /** The scope its actions are evaluated and run in. */
  readonly scope: ContextStore | undefined;
}

/** The command palette, in the top layer of the page, and its buttons, wherever they are. */
export function PaletteLayer({ triggers, open, scope }: PaletteLayerProps): ReactElement {
  const isOpen = useSyncExternalStore(open.subscribe, open.getSnapshot);
  // What was run and arranged is kept in memory: whatever is stored from here, the page could read.
  const [recents] = useState(() => createRecents());
  const [preferences] = useState(() => createPreferences());
  return (
    <CommandPalette
      shortcuts={noShortcuts}
      recents={recents}
      preferences={preferences}
      scope={scope}
      open={isOpen}
      onOpenChange={open.set}
      trigger={triggers.map(({ frame, key }) => createPortal(<Trigger />, frame, key))}
    />
  );
}

const icon = { kind: "bundled", name: "palette" } as const;

// The key is listened for elsewhere: the page may press keys too.
const noShortcuts: readonly string[] = [];

function Trigger(): ReactElement {
  return (
    <CommandPalette.Trigger
      className="at-palette-icon"
      aria-label={`Command palette (${paletteKey.shown})`}
      aria-keyshortcuts={paletteKey.aria}
    >
      <ActionIcon icon={icon} />
    </CommandPalette.Trigger>
  );
}
