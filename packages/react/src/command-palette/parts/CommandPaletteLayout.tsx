import type { ReactElement } from "react";
import { CommandPaletteEmpty } from "./CommandPaletteEmpty.tsx";
import { CommandPaletteFooter } from "./CommandPaletteFooter.tsx";
import { CommandPaletteInput } from "./CommandPaletteInput.tsx";
import { CommandPaletteList } from "./CommandPaletteList.tsx";
import { CommandPaletteProgress } from "./CommandPaletteProgress.tsx";

/**
 * The parts of a palette as they are arranged when nobody arranges them.
 * Renders the parts, without an element of its own.
 * Records nothing itself.
 */
export function CommandPaletteLayout(): ReactElement {
  return (
    <>
      <CommandPaletteInput />
      <CommandPaletteList />
      <CommandPaletteEmpty />
      <CommandPaletteProgress />
      <CommandPaletteFooter />
    </>
  );
}
