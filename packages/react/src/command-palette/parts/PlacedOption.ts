import { createContext, type PointerEvent } from "react";

/** Where a list puts an option, and what it wants to know of it. */
export interface PlacedOption {
  /** The distance from the top of the list, in CSS pixels. */
  readonly top: number;
  /** The pointer is over it. */
  readonly onPoint: (event: PointerEvent) => void;
}

/** The place of the option that is rendered below. */
export const PlacedOptionContext = createContext<PlacedOption | undefined>(undefined);
