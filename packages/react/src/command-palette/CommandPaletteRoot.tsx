"use client";

import type { ContextStore, MenuId } from "@action-telemetry/actions";
import {
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { CommandPaletteDialog } from "./CommandPaletteDialog.tsx";
import { defaultRecents } from "./defaultRecents.ts";
import { PaletteContext } from "./PaletteContext.ts";
import type { RecentsStore } from "./RecentsStore.ts";
import { usePaletteShortcuts } from "./usePaletteShortcuts.ts";

/**
 * Every action of a menu in one list that is searched by typing: opened by shortcut or by its
 * trigger, closed by running one.
 * Renders its trigger, and while open a `<dialog>`.
 * Records the executions of its rows with the surface `palette`.
 *
 * @example
 * ```tsx
 * <CommandPalette trigger={<CommandPalette.Trigger />} />
 * ```
 */
export function CommandPaletteRoot(props: CommandPaletteProps): ReactElement {
  const { shortcuts = defaultShortcuts, recents, menu = "commandPalette", scope } = props;
  const { platform } = useActions().actions;
  const marker = useRef<HTMLSpanElement>(null);
  const id = useId();
  const [ownOpen, setOwnOpen] = useState(props.defaultOpen ?? false);
  const open = props.open ?? ownOpen;
  const { onOpenChange } = props;
  const setOpen = useCallback(
    (next: boolean) => {
      setOwnOpen(next);
      onOpenChange?.(next);
    },
    [onOpenChange],
  );
  const toggle = useCallback(() => setOpen(!open), [setOpen, open]);
  usePaletteShortcuts(marker, shortcuts.join(","), platform, toggle);
  const value = useMemo(() => ({ open, setOpen, id, shortcuts }), [open, setOpen, id, shortcuts]);
  return (
    <PaletteContext.Provider value={value}>
      <span ref={marker} hidden />
      {props.trigger}
      {open && (
        <CommandPaletteDialog menu={menu} scope={scope} recents={recents ?? defaultRecents()} />
      )}
    </PaletteContext.Provider>
  );
}

const defaultShortcuts: readonly string[] = ["Mod+K", "F1"];

/** The props of {@link CommandPaletteRoot}. */
export interface CommandPaletteProps {
  /** What opens it, rendered in its place; usually a `CommandPalette.Trigger`. */
  readonly trigger?: ReactNode;
  /** The keybindings that open and close it; none: `[]`. @default ["Mod+K", "F1"] */
  readonly shortcuts?: readonly string[] | undefined;
  /** The menu it lists. @default "commandPalette" */
  readonly menu?: MenuId | undefined;
  /** The scope its actions are evaluated and run in. @default the provider's scope */
  readonly scope?: ContextStore | undefined;
  /** Where the IDs of recent actions are kept. @default the browser's `localStorage` */
  readonly recents?: RecentsStore | undefined;
  /** Whether it is open, if the application decides. */
  readonly open?: boolean | undefined;
  /** @default false */
  readonly defaultOpen?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}
