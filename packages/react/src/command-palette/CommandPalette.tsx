"use client";

import { CommandPaletteRoot } from "./CommandPaletteRoot.tsx";
import { CommandPaletteTrigger } from "./CommandPaletteTrigger.tsx";

/** {@link CommandPaletteRoot}, with its parts. */
export const CommandPalette: typeof CommandPaletteRoot & {
  readonly Trigger: typeof CommandPaletteTrigger;
} = /* #__PURE__ */ Object.assign(CommandPaletteRoot, { Trigger: CommandPaletteTrigger });
