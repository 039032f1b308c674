"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { useIsBrowser } from "../effects/useIsBrowser.ts";
import { useElementId } from "../element-id/useElementId.ts";
import { useActions } from "../actions-provider/useActions.ts";
import { createCatalogStore } from "./catalog/createCatalogStore.ts";
import { pageScheduler } from "./catalog/Scheduler.ts";
import { CommandPaletteDialog } from "./CommandPaletteDialog.tsx";
import type { CommandPaletteProps } from "./CommandPaletteProps.ts";
import { createMenuSource } from "./createMenuSource.ts";
import { usePaletteShortcuts } from "./keys/usePaletteShortcuts.ts";
import { PaletteContext } from "./PaletteContext.ts";
import type { PaletteSettings } from "./PaletteSettings.ts";
import { CommandPaletteLayout } from "./parts/CommandPaletteLayout.tsx";
import { defaultPreferences } from "./personal/defaultPreferences.ts";
import { defaultRecents } from "./recents/defaultRecents.ts";

/**
 * Every action of a menu in one list that is searched by typing: opened by shortcut or by its
 * trigger, closed by running one. What is searched is made ready while the browser is idle.
 * Renders its trigger, and while open a `<dialog>`.
 * Records the executions of its rows with the surface `palette`.
 *
 * @example
 * ```tsx
 * <CommandPalette trigger={<CommandPalette.Trigger />} />
 * ```
 */
export function CommandPaletteRoot(props: CommandPaletteProps): ReactElement {
  const { shortcuts = defaultShortcuts, keepQuery = false, onOpenChange } = props;
  const { platform } = useActions().actions;
  const marker = useRef<HTMLSpanElement>(null);
  const [keptText, setKeptText] = useState("");
  const id = useElementId();
  const [ownOpen, setOwnOpen] = useState(props.defaultOpen ?? false);
  const open = props.open ?? ownOpen;
  // A server cannot open a dialog, and where its rows are is written in styles that policies forbid in text.
  const isBrowser = useIsBrowser();
  const setOpen = useCallback(
    (next: boolean) => {
      setOwnOpen(next);
      onOpenChange?.(next);
    },
    [onOpenChange],
  );
  const toggle = useCallback(() => setOpen(!open), [setOpen, open]);
  usePaletteShortcuts(marker, shortcuts.join(","), platform, toggle);
  const settings = usePaletteSettings(props);
  const value = useMemo(() => ({ open, setOpen, id, shortcuts }), [open, setOpen, id, shortcuts]);
  return (
    <PaletteContext.Provider value={value}>
      <span ref={marker} hidden />
      {props.trigger}
      {open && isBrowser && (
        <CommandPaletteDialog
          settings={settings}
          className={props.className}
          text={keepQuery ? keptText : ""}
          onEnd={setKeptText}
        >
          {props.children ?? <CommandPaletteLayout />}
        </CommandPaletteDialog>
      )}
    </PaletteContext.Provider>
  );
}

const defaultShortcuts: readonly string[] = ["Mod+K", "F1"];

function usePaletteSettings(props: CommandPaletteProps): PaletteSettings {
  const { menu = "commandPalette", staysOpen = false } = props;
  const { actions } = useActions();
  const { registry } = actions;
  const scope = props.scope ?? actions.scope;
  const catalog = useMemo(
    () => createCatalogStore(createMenuSource(registry, menu, scope), pageScheduler),
    [registry, menu, scope],
  );
  useEffect(() => (registry === undefined ? undefined : catalog.keep()), [registry, catalog]);
  return {
    catalog,
    scheduler: pageScheduler,
    scope: props.scope,
    recents: props.recents ?? defaultRecents(),
    preferences: props.preferences ?? defaultPreferences(),
    pins: props.pins ?? [],
    aliases: props.aliases ?? {},
    modes: props.modes ?? [],
    prompts: props.prompts ?? {},
    staysOpen: typeof staysOpen === "function" ? staysOpen : () => staysOpen,
  };
}
