import type { ContextStore, MenuId, ResolvedAction } from "@action-telemetry/actions";
import type { ReactNode } from "react";
import type { PaletteMode } from "./pages/PalettePage.ts";
import type { PalettePrompt } from "./pages/PalettePrompt.ts";
import type { PreferencesStore } from "./personal/PreferencesStore.ts";
import type { RecentsStore } from "./recents/RecentsStore.ts";

/** The props of `CommandPalette`. */
export interface CommandPaletteProps {
  /** What opens it, rendered in its place; usually a `CommandPalette.Trigger`. */
  readonly trigger?: ReactNode;
  /** Its parts, for another arrangement. @default Input, List, Empty, Progress and Footer */
  readonly children?: ReactNode;
  /** Added to the class of the `<dialog>`. */
  readonly className?: string | undefined;
  /** The keybindings that open and close it; none: `[]`. @default ["Mod+K", "F1"] */
  readonly shortcuts?: readonly string[] | undefined;
  /** The menu it lists. @default "commandPalette" */
  readonly menu?: MenuId | undefined;
  /** The scope its actions are evaluated and run in. @default the provider's scope */
  readonly scope?: ContextStore | undefined;
  /** Where the IDs of recent actions are kept. @default the browser's `localStorage` */
  readonly recents?: RecentsStore | undefined;
  /** Where pins and aliases of the person are kept. @default the browser's `localStorage` */
  readonly preferences?: PreferencesStore | undefined;
  /** IDs of actions that come first, after those that the person pinned. @default none */
  readonly pins?: readonly string[] | undefined;
  /** IDs of actions by other names; typed in full they come first. @default none but the person's */
  readonly aliases?: Readonly<Record<string, string>> | undefined;
  /**
   * Lists of the application's own, each opened by typing its prefix. `>` lists actions and
   * `?`, where there are modes, these. @default none
   */
  readonly modes?: readonly PaletteMode[] | undefined;
  /** By ID of an action what it asks for before it runs from this palette. @default nothing */
  readonly prompts?: Readonly<Record<string, readonly PalettePrompt[]>> | undefined;
  /** Whether it stays open when an action runs, and shows how that goes. @default false */
  readonly staysOpen?: boolean | ((action: ResolvedAction) => boolean) | undefined;
  /** Whether what was typed is there again, selected, when it opens the next time. @default false */
  readonly keepQuery?: boolean | undefined;
  /** Whether it is open, if the application decides. */
  readonly open?: boolean | undefined;
  /** @default false */
  readonly defaultOpen?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}
