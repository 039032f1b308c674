import type { ContextStore, MenuId } from "@action-telemetry/actions";
import { useMemo } from "react";
import { useOptionalMenu } from "../use-menu/useMenu.ts";
import type { MenuEntry } from "./MenuEntry.ts";

/** Where the entries of a menu come from. */
export interface EntrySource {
  /** A menu that applications and extensions contribute to. */
  readonly menu?: MenuId | undefined;
  /** Entries of the application's own, after those of `menu`. */
  readonly items?: readonly MenuEntry[] | undefined;
  /** What they are evaluated and run in. @default the provider's scope */
  readonly scope?: ContextStore | undefined;
}

const none: readonly MenuEntry[] = [];

/** The entries of a menu: contributed ones, then the application's own. */
export function useEntries({ menu, items = none, scope }: EntrySource): readonly MenuEntry[] {
  const contributed = useOptionalMenu(menu, scope);
  return useMemo(() => [...contributed, ...items], [contributed, items]);
}
