"use client";

import { CommandPaletteRoot } from "./CommandPaletteRoot.tsx";
import { CommandPaletteTrigger } from "./CommandPaletteTrigger.tsx";
import { CommandPaletteEmpty } from "./parts/CommandPaletteEmpty.tsx";
import { CommandPaletteFooter } from "./parts/CommandPaletteFooter.tsx";
import { CommandPaletteInput } from "./parts/CommandPaletteInput.tsx";
import { CommandPaletteItem } from "./parts/CommandPaletteItem.tsx";
import { CommandPaletteList } from "./parts/CommandPaletteList.tsx";
import { CommandPaletteProgress } from "./parts/CommandPaletteProgress.tsx";

/** The parts that a palette is put together of. */
export interface CommandPaletteParts {
  readonly Trigger: typeof CommandPaletteTrigger;
  readonly Input: typeof CommandPaletteInput;
  readonly List: typeof CommandPaletteList;
  readonly Item: typeof CommandPaletteItem;
  readonly Empty: typeof CommandPaletteEmpty;
  readonly Progress: typeof CommandPaletteProgress;
  readonly Footer: typeof CommandPaletteFooter;
}

/** {@link CommandPaletteRoot}, with its parts. */
export const CommandPalette: typeof CommandPaletteRoot & CommandPaletteParts =
  /* #__PURE__ */ Object.assign(CommandPaletteRoot, {
    Trigger: CommandPaletteTrigger,
    Input: CommandPaletteInput,
    List: CommandPaletteList,
    Item: CommandPaletteItem,
    Empty: CommandPaletteEmpty,
    Progress: CommandPaletteProgress,
    Footer: CommandPaletteFooter,
  });
